"""Old encryption: refused with a hint, accepted where asked for; certificates are checked all the same."""

from __future__ import annotations

import shutil
import socket
import ssl
import subprocess
import threading
import warnings

import pytest

from notice_cli.errors import SourceError
from notice_cli.source import Limits, fetch

QUICK = Limits(host_seconds=0, backoff_seconds=0.01, total_seconds=10, retries=0)
PAGE = b"<p>old</p>"

pytestmark = pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl makes the certificate")


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    folder = tmp_path_factory.mktemp("tls")
    key, cert = folder / "key.pem", folder / "cert.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-keyout", key,
         "-out", cert, "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"],
        check=True, capture_output=True,
    )  # fmt: skip
    return key, cert


@pytest.fixture
def serve(certificate):
    """Starts servers that speak one version of TLS."""
    key, cert = certificate
    open_sockets = []

    def start(version: ssl.TLSVersion) -> str:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(cert, key)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            context.set_ciphers("DEFAULT:@SECLEVEL=0")
            context.minimum_version = ssl.TLSVersion.MINIMUM_SUPPORTED
            context.maximum_version = version
        listening = socket.create_server(("127.0.0.1", 0))
        open_sockets.append(listening)
        threading.Thread(target=answer, args=(listening, context), daemon=True).start()
        return f"https://127.0.0.1:{listening.getsockname()[1]}/"

    yield start
    for one in open_sockets:
        one.close()


def answer(listening: socket.socket, context: ssl.SSLContext) -> None:
    for _ in range(4):
        try:
            plain, _ = listening.accept()
            with plain, context.wrap_socket(plain, server_side=True) as sock:
                sock.recv(4096)
                sock.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(PAGE), PAGE))
        except OSError:
            continue


def test_old_versions_only_where_asked_for(serve, certificate, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate[1]))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        url = serve(ssl.TLSVersion.TLSv1_1)
    with pytest.raises(SourceError) as caught:
        fetch(url, QUICK)
    assert caught.value.kind == "tls"
    assert "--old-tls" in caught.value.message("zh")
    assert fetch(url, QUICK.replace(old_tls=True)).data == PAGE


def test_a_certificate_is_checked_by_its_name_and_never_waived(serve, certificate, monkeypatch):
    url = serve(ssl.TLSVersion.TLSv1_3)
    for old in (False, True):
        with pytest.raises(SourceError) as caught:
            fetch(url, QUICK.replace(old_tls=old))
        assert caught.value.kind == "tls"
        assert "--old-tls" not in caught.value.message("zh")
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate[1]))
    assert fetch(url, QUICK).data == PAGE
    with pytest.raises(SourceError):
        fetch(url.replace("127.0.0.1", "localhost"), QUICK)
