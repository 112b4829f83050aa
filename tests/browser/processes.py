"""The processes of a running workbench, as the machine lists them."""

import subprocess

import psutil


def descendants_of(process_id: int) -> dict[int, str]:
    """The processes below this one, with their command lines."""
    listed = subprocess.run(["ps", "-eo", "pid,ppid,args"], capture_output=True, text=True, check=True).stdout
    rows = [line.split(maxsplit=2) for line in listed.splitlines()[1:]]
    found: dict[int, str] = {}
    parents = {process_id}
    while parents:
        children = {int(pid): args for pid, parent, args in rows if int(parent) in parents and int(pid) not in found}
        found.update(children)
        parents = set(children)
    return found


def running() -> set[int]:
    """Every process that has not ended; one that ended and waits to be collected by init does not count."""
    listed = subprocess.run(["ps", "-eo", "pid,stat"], capture_output=True, text=True, check=True).stdout
    rows = (line.split() for line in listed.splitlines()[1:])
    return {int(pid) for pid, state in rows if not state.startswith("Z")}


def marked(name: str, value: str) -> dict[int, str]:
    """The processes that were started with this variable in their environment, with their command lines.

    Unlike the descendants of a process these include what a kernel leaves behind when it ends before its workers.
    """
    found: dict[int, str] = {}
    for process in psutil.process_iter():
        try:
            if process.environ().get(name) == value:
                found[process.pid] = " ".join(process.cmdline())
        except (psutil.NoSuchProcess, psutil.AccessDenied, psutil.ZombieProcess):
            continue
    return found


def kernels_of(server) -> list[int]:
    """Process ids of the server's kernels."""
    return [pid for pid, command in descendants_of(server.process.pid).items() if "ipykernel_launcher" in command]


def wait_for_end(process_ids: set[int], timeout: float = 30) -> None:
    """Return when these processes have ended; those that had gone before are no matter.

    Raises:
        AssertionError: Some still run after this many seconds.
    """
    processes = [psutil.Process(pid) for pid in process_ids if psutil.pid_exists(pid)]
    _, left = psutil.wait_procs(processes, timeout=timeout)
    assert not left, left
