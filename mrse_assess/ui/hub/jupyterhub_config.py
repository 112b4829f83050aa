"""A sample configuration of JupyterHub for trying on one machine: copy it, and change what its comments name.

Start the hub in a folder of its own (it keeps its database and cookie secret there) under an account that reads the
workspace and has a login to its records, with these set:

    MRSE_ASSESS_WORKSPACE      the workspace, whose records are on a PostgreSQL server
    MRSE_ASSESS_HUB_PASSWORD   for trying: the one password that everybody gives; at least 8 characters
    MRSE_ASSESS_HUB_PORT       where the hub is reached (8000 unless set); the two ports after it are its own
    MRSE_ASSESS_HUB_PGPASS     a folder with a password file for each person, if the server asks for passwords
"""

import os
import sys
from pathlib import Path

from mrse_assess.ui.hub import allowed_people

c = get_config()  # type: ignore[name-defined] # noqa: F821 - the hub gives it to this file

workspace = Path(os.environ["MRSE_ASSESS_WORKSPACE"]).resolve()
port = int(os.environ.get("MRSE_ASSESS_HUB_PORT", "8000"))
people = allowed_people(workspace)  # read once: start the hub again after somebody was registered or has left

# Where it listens. In front of it stands a web server that speaks HTTPS and passes the Host header and websockets on.
c.JupyterHub.bind_url = f"http://127.0.0.1:{port}/"
c.JupyterHub.hub_bind_url = f"http://127.0.0.1:{port + 1}/"
c.ConfigurableHTTPProxy.api_url = f"http://127.0.0.1:{port + 2}/"
proxy = str(Path(sys.executable).with_name("configurable-http-proxy"))
patience = str(10 * 60 * 1000)  # milliseconds; its own 20 seconds cut off a page that a busy machine is slow to start
c.ConfigurableHTTPProxy.command = [proxy, "--timeout", patience, "--proxy-timeout", patience]
c.JupyterHub.cleanup_servers = True  # pages end with the hub; what was saved is in the records

# Who comes in. FOR TRYING ONLY: anybody who knows the one password is whom they say. In earnest take the authenticator
# of your single sign-on (oauthenticator, ldapauthenticator) or "pam", and keep the three lines after it.
c.JupyterHub.authenticator_class = "dummy"
c.DummyAuthenticator.password = os.environ["MRSE_ASSESS_HUB_PASSWORD"]
c.Authenticator.allowed_users = set(people)
c.Authenticator.username_map = {person.lower(): person for person in people}  # the hub writes names in small letters
c.Authenticator.admin_users = set()  # nobody looks at another's page; the workbench would refuse them as well

# What runs for each person. FOR TRYING ONLY: every page runs under the hub's own account. In earnest take
# systemdspawner or sudospawner, one operating system account for each person: the file system then holds them apart.
c.JupyterHub.spawner_class = "simple"
c.SimpleLocalProcessSpawner.home_dir_template = str(Path.cwd() / "homes" / "{username}")
c.Spawner.cmd = [sys.executable, "-P", "-m", "mrse_assess.cli.singleuser"]
c.Spawner.ip = "127.0.0.1"
c.Spawner.default_url = "/"
c.JupyterHub.implicit_spawn_seconds = 0.1  # whoever comes to a page that is not running need not ask for it
c.Spawner.start_timeout = 120
c.Spawner.http_timeout = 120

# How each person reaches the records: by the login that `mrse-assess database --grant PERSON` made. The password is in
# a file that their account alone reads (its own ~/.pgpass needs no PGPASSFILE), or the server knows the account.
c.Spawner.environment = {
    "MRSE_ASSESS_WORKSPACE": str(workspace),
    "PGUSER": lambda spawner: spawner.user.name,
    "TZ": "Europe/London",  # the clock of the pages; the dates of letters go by the scheme's own
}
if passwords := os.environ.get("MRSE_ASSESS_HUB_PGPASS"):  # a folder with a file for each person, named by their id
    c.Spawner.environment["PGPASSFILE"] = lambda spawner: str(Path(passwords) / spawner.user.name)

# Nobody needs the hub's own pages for administering, sharing or several servers each.
c.JupyterHub.allow_named_servers = False
c.JupyterHub.load_roles = [{"name": "user", "scopes": ["self"]}]
