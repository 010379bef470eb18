"""Secured lines: whose certificate nobody vouches for is not spoken to."""

from __future__ import annotations

import ssl
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from model_samples import CONTENT, get, line_to, model_of, row

from braind.errors import ModelError


@pytest.fixture
def certificate(tmp_path):
    """A certificate for this machine that signs itself, as a PEM file, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "hub")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    private = key.private_bytes(
        pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    paths = tmp_path / "hub.pem", tmp_path / "hub.key"
    paths[0].write_bytes(made.public_bytes(pem))
    paths[1].write_bytes(private)
    return paths


@pytest.fixture
def secured(run_hub, certificate):
    """Start hubs that are spoken to over TLS."""

    def start(*plan):
        hub = run_hub(*plan)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*certificate)
        hub.socket = context.wrap_socket(hub.socket, server_side=True)
        return hub

    return start


def test_a_certificate_that_nobody_vouches_for_is_refused(secured, folder):
    hub = secured()
    with pytest.raises(ModelError) as caught:
        get(model_of(row()), folder, line_to(hub))
    assert caught.value.code == "download_tls"
    assert hub.asked == []


def test_an_added_certificate_is_trusted(secured, folder, certificate):
    get(model_of(row()), folder, line_to(secured(), certificates=certificate[0]))
    assert (folder / "net/data.txt").read_bytes() == CONTENT


def test_a_broken_secured_transfer_goes_on(secured, folder, certificate):
    hub = secured("break")
    get(model_of(row()), folder, line_to(hub, certificates=certificate[0]))
    assert hub.ranges() == [None, f"bytes={len(CONTENT) // 2}-"]


def test_a_secured_server_cannot_lead_to_an_unsecured_one(secured, folder, certificate):
    hub = secured("to http://models.invalid/data.txt")
    with pytest.raises(ModelError) as caught:
        get(model_of(row()), folder, line_to(hub, certificates=certificate[0]))
    assert caught.value.code == "download_insecure"


@pytest.mark.parametrize("content", [b"", b"no certificate", "인증서".encode()])
def test_a_file_without_certificates_is_told(run_hub, folder, tmp_path, content):
    (tmp_path / "own.pem").write_bytes(content)
    with pytest.raises(ModelError) as caught:
        get(model_of(row()), folder, line_to(run_hub(), certificates=tmp_path / "own.pem"))
    assert caught.value.code == "certificates_unreadable"


@pytest.mark.parametrize("server", ["http://models.invalid", "ftp://models.invalid", "nonsense"])
def test_an_unsecured_server_is_never_asked(run_hub, folder, server):
    line = line_to(run_hub())
    with pytest.raises(ModelError) as caught:
        get(model_of(row()), folder, type(line)(type(line.route)(server, "")))
    assert caught.value.code == "download_insecure"
