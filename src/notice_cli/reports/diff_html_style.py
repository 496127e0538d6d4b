"""The style sheet of the comparison's page: data only, but for the rules of the filter."""

from __future__ import annotations

from collections.abc import Iterable

STYLE = """
:root { color-scheme: light; --ink: #1f2328; --soft: #59636e; --rule: #d1d9e0; --paper: #fff; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 76rem; padding: 1.5rem; color: var(--ink); background: var(--paper);
  font: 16px/1.7 system-ui, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; }
h1 { font-size: 1.5rem; margin: 0 0 .5rem; }
h2 { font-size: 1.1rem; margin: 2rem 0 .75rem; padding-left: .6rem;
  border-left: .3rem solid var(--tone, #59636e); }
header p { margin: .1rem 0; color: var(--soft); overflow-wrap: anywhere; }
input[name=show] { position: absolute; opacity: 0; pointer-events: none; }
nav { position: sticky; top: 0; display: flex; flex-wrap: wrap; gap: .4rem; align-items: center;
  padding: .7rem 0; background: var(--paper); border-bottom: 1px solid var(--rule); z-index: 1; }
.chip { padding: .1rem .8rem; border: 1px solid var(--tone, #59636e); border-radius: 1rem; cursor: pointer;
  color: var(--tone, #59636e); }
.reopened, .dropped, .removed { --tone: #b3261e; }
.persisting, .back, .recurring, .edited { --tone: #8a5300; }
.review { --tone: #7a3fa0; }
.new, .added { --tone: #0b6478; }
article { display: grid; grid-template-columns: 1fr 8rem 1fr; margin: 0 0 1rem; break-inside: avoid; }
.card { border: 1px solid var(--rule); border-radius: .4rem; padding: .6rem .9rem; min-width: 0; }
.pair .card { border-color: var(--tone); }
.card.absent { border-style: dashed; color: var(--soft); text-align: center; align-content: center; }
.card p { margin: 0; overflow-wrap: anywhere; }
.card .head { margin-bottom: .3rem; }
.status { color: var(--soft); margin-left: .5rem; }
.join { position: relative; display: flex; flex-direction: column; align-items: center;
  justify-content: center; gap: .25rem; font-size: .85rem; color: var(--soft); }
.join > span { position: relative; background: var(--paper); padding: 0 .3rem; text-align: center; }
.join .line { position: absolute; left: 0; right: 0; top: 50%; padding: 0;
  border-top: 2px solid var(--tone); }
.join .flag { color: var(--tone); border: 1px solid var(--tone); border-radius: .3rem; }
del { background: #ffe3e0; text-decoration: underline dotted #b3261e; }
ins { background: #dcf5e3; text-decoration: underline #1a7f37; }
details { grid-column: 1 / -1; font-size: .9rem; color: var(--soft); margin-top: .25rem; }
details p { margin: .1rem 0 .1rem 1rem; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid var(--rule); padding: .3rem .6rem; text-align: left; overflow-wrap: anywhere; }
.threads { table-layout: fixed; }
.threads td { vertical-align: top; }
.threads tr { break-inside: avoid; }
footer { margin-top: 2rem; color: var(--soft); font-size: .9rem; }
@media (max-width: 46rem) {
  article { grid-template-columns: 1fr; }
  .join { min-height: 2.5rem; flex-direction: row; }
  .join .line { left: 50%; right: auto; top: 0; bottom: 0; border-top: 0;
    border-left: 2px solid var(--tone); }
}
@media print {
  nav { display: none; }
  body { max-width: none; padding: 0; font-size: 11pt; }
  del, ins, .chip { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
"""


def filter_style(groups: Iterable[str]) -> str:
    """The rules that show one group only, and mark its label, once its radio button is chosen."""
    names = list(groups)
    hide = (f"#show-{name}:checked ~ main .group:not(.{name}) {{ display: none; }}" for name in names)
    marks = ",\n".join(f'#show-{name}:checked ~ nav label[for="show-{name}"]' for name in ("all", *names))
    focus = ",\n".join(
        f'#show-{name}:focus-visible ~ nav label[for="show-{name}"]' for name in ("all", *names)
    )
    chosen = f"{marks} {{ background: var(--tone, #59636e); color: var(--paper); }}"
    return "\n".join([*hide, chosen, f"{focus} {{ outline: 3px solid #0969da; }}"]) + "\n"
