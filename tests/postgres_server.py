"""A private PostgreSQL server for tests: its own folder, a socket in it, a free port on the loopback."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import uuid
from contextlib import closing
from pathlib import Path

import psycopg

SUPERUSER = "postgres"
OFFICE = "scheme_office"
ACCESS = "local all all trust\nhost all all 127.0.0.1/32 scram-sha-256\n"


def programs() -> Path | None:
    """The folder of the newest server's programs on this machine, None where there is none."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[4]))
    if found:
        return found[-1].parent
    on_path = shutil.which("initdb")
    return Path(on_path).resolve().parent if on_path else None


class Server:
    """One server. It refuses to run as root, so that it runs as its package's own user there."""

    def __init__(self, folder: Path, bin_folder: Path) -> None:
        self.folder = folder
        self.bin = bin_folder
        self.password = uuid.uuid4().hex
        self.user = SUPERUSER if os.geteuid() == 0 else None
        with closing(socket.create_server(("127.0.0.1", 0))) as free:
            self.port = free.getsockname()[1]

    @classmethod
    def made(cls, bin_folder: Path) -> "Server":
        """A new server that runs, with the login of an office."""
        server = cls(Path(tempfile.mkdtemp(prefix="mrse-pg-")), bin_folder)  # short: the name of a socket is limited
        if server.user:
            os.chown(server.folder, pwd.getpwnam(server.user).pw_uid, -1)
        server.folder.chmod(0o700)
        server.run("initdb", "-D", server.data, "-U", SUPERUSER, "-E", "UTF8", "--locale=C.UTF-8", "-A", "trust")
        (server.data / "pg_hba.conf").write_text(ACCESS)
        server.start()
        server.sql(f"CREATE ROLE {OFFICE} LOGIN CREATEROLE PASSWORD '{server.password}'")
        return server

    @property
    def data(self) -> Path:
        """The folder of its files."""
        return self.folder / "data"

    def run(self, program: str, *arguments: object) -> None:
        """Run one of its programs to its end."""
        command = [str(self.bin / program), *map(str, arguments)]
        subprocess.run(
            command, check=True, cwd=self.folder, user=self.user, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )

    def start(self) -> None:
        """Start it and wait until it answers."""
        options = (
            f"-c unix_socket_directories={self.folder} -c listen_addresses=127.0.0.1 -p {self.port} "
            "-c max_connections=60 -c shared_buffers=16MB"
        )
        self.run("pg_ctl", "-D", self.data, "-w", "-l", self.folder / "log", "-o", options, "start")

    def stop(self, how: str = "fast") -> None:
        """Stop it; ``immediate`` is as if it had crashed."""
        self.run("pg_ctl", "-D", self.data, "-w", "-m", how, "stop")

    def remove(self) -> None:
        """Stop it and remove its files."""
        self.stop("immediate")
        shutil.rmtree(self.folder)

    def sql(self, *statements: str, database: str = "postgres", login: str = SUPERUSER) -> list[tuple]:
        """Carry out statements one by one, each by itself; what the last one gives."""
        rows = []
        with psycopg.connect(
            host=str(self.folder), port=self.port, dbname=database, user=login, autocommit=True
        ) as connection:
            for statement in statements:
                cursor = connection.execute(statement)
                rows = cursor.fetchall() if cursor.description else []
        return rows

    def new_database(self) -> str:
        """The name of a new, empty database of the office's."""
        name = f"panel_{uuid.uuid4().hex}"
        self.sql(f"CREATE DATABASE {name} OWNER {OFFICE}")
        return name

    def url(self, database: str, login: str = OFFICE) -> str:
        """Its URL through the socket, where the server believes who one says one is."""
        return f"postgresql://{login}@/{database}?host={self.folder}&port={self.port}"
