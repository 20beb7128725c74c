"""What holds for every test: repeatable examples, no network."""

import socket
from collections.abc import Iterator

import pytest
from hypothesis import settings

settings.register_profile("tawatur", deadline=None, derandomize=True, max_examples=100)
settings.load_profile("tawatur")


@pytest.fixture(autouse=True, scope="session")
def no_network() -> Iterator[None]:
    """A test that opens a connection to another machine fails."""

    def refuse(connection: socket.socket, address: object) -> None:
        raise AssertionError(f"a test wants to connect to {address}")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", refuse)
        yield
