"""What records are made of: pydantic models, and structs that pydantic knows for those there are many of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import Field, fields, make_dataclass
from functools import cache, partial
from typing import TYPE_CHECKING, Any, ClassVar, Self, dataclass_transform, get_type_hints

from msgspec import NODEFAULT, Struct, StructMeta, ValidationError, convert, structs
from pydantic import BaseModel, ConfigDict
from pydantic_core import SchemaValidator, core_schema

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, TypeAdapter, ValidatorFunctionWrapHandler
    from pydantic_core import CoreSchema


class Record(BaseModel):
    """Base of all records: frozen, no unknown fields, built when first used."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class _Checking(StructMeta):
    """Checks a record that is made by its name: what msgspec does not take as it is, pydantic judges."""

    def __call__(self, **fields: Any) -> Any:  # noqa: ANN401 - an instance, which fields of any kind make
        try:
            return convert(fields, self)
        except ValidationError:
            return _validator(self).validate_python(fields)


@cache
def _adapter(kind: type[object]) -> TypeAdapter[Any]:
    from pydantic import TypeAdapter

    return TypeAdapter(kind)


@cache
def _validator(kind: type[object]) -> SchemaValidator:
    """Pydantic's, whose errors name the record."""
    from pydantic import TypeAdapter

    return SchemaValidator(TypeAdapter(kind).core_schema, {"title": kind.__name__})


@cache
def _dataclass_fields(kind: type[Struct]) -> dict[str, Field[Any]]:
    return {one.name: one for one in fields(make_dataclass(kind.__name__, kind.__struct_fields__))}


class _AsDataclass:
    """What `dataclasses` and pydantic know a dataclass by, told when it is asked for."""

    def __get__(self, one: object, kind: type[Struct]) -> dict[str, Field[Any]]:
        return _dataclass_fields(kind)


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Small(Struct, frozen=True, gc=False, forbid_unknown_fields=True, metaclass=_Checking):
    """Base of the records that notices and reports hold by the thousand: structs without a dictionary.

    They take a sixth of a model's memory, `msgspec.convert` makes and checks them in a tenth of its time, and
    the search for cycles leaves them out. Pydantic knows them too: they are checked, dumped and copied as
    models are.
    """

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")
    __dataclass_fields__ = _AsDataclass()

    def model_dump(self, **how: Any) -> dict[str, Any]:  # noqa: ANN401 - what pydantic's own takes
        """The record as a dictionary; the arguments are those of `BaseModel.model_dump`."""
        dumped: dict[str, Any] = _adapter(type(self)).dump_python(self, **how)
        return dumped

    def model_dump_json(self, **how: Any) -> str:  # noqa: ANN401 - what pydantic's own takes
        """The record as JSON; the arguments are those of `BaseModel.model_dump_json`."""
        return _adapter(type(self)).dump_json(self, **how).decode()

    @classmethod
    def model_validate(cls, record: object) -> Self:
        """The record that a dictionary holds; `ValidationError` of pydantic where it holds none."""
        checked: Self = _validator(cls).validate_python(record)
        return checked

    def model_copy(self, *, update: Mapping[str, Any]) -> Self:
        """The same record with some fields changed."""
        return structs.replace(self, **update)

    def __iter__(self) -> Iterator[tuple[str, Any]]:
        """Names and values of the fields, as of a model."""
        return iter(structs.asdict(self).items())

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """How pydantic reads one, and then writes and describes it as a dataclass."""
        kinds = get_type_hints(cls)
        told = core_schema.dataclass_args_schema(
            cls.__name__,
            [_field(one, handler.generate_schema(kinds[one.name])) for one in structs.fields(cls)],
            extra_behavior="forbid",
        )
        made = core_schema.no_info_after_validator_function(partial(_make, cls), told)
        kept = core_schema.no_info_wrap_validator_function(partial(_keep, cls), made)
        written = core_schema.dataclass_schema(cls, told, list(cls.__struct_fields__), slots=True)
        return core_schema.chain_schema(
            [core_schema.json_or_python_schema(made, kept), written],
            ref=f"{cls.__module__}.{cls.__qualname__}:{id(cls)}",
        )


def _make(kind: type[Any], read: tuple[dict[str, Any], None]) -> object:
    """The record that fields make which pydantic has checked."""
    return StructMeta.__call__(kind, **read[0])


def _keep(kind: type[Any], given: object, read: ValidatorFunctionWrapHandler) -> object:
    """What is such a record already, as it is."""
    return given if isinstance(given, kind) else read(given)


def _field(one: structs.FieldInfo, schema: CoreSchema) -> core_schema.DataclassField:
    """A field as pydantic knows it."""
    if one.default is not NODEFAULT:
        schema = core_schema.with_default_schema(schema, default=one.default)
    elif one.default_factory is not NODEFAULT:
        schema = core_schema.with_default_schema(schema, default_factory=one.default_factory)
    return core_schema.dataclass_field(one.name, schema, kw_only=True)
