"""The GraphQL-over-HTTP specification, by the audits of the reference implementation's authors."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

WEB = Path(__file__).parents[3] / "web"
NODE = shutil.which(
    "node", path=os.pathsep.join([os.environ["PATH"], str(Path(sys.executable).parent)])
)


@pytest.mark.skipif(
    NODE is None or not (WEB / "node_modules" / "graphql-http").exists(),
    reason="the audits need Node and npm packages: type `make web`",
)
def test_every_audit_of_a_server_is_passed(service_url: str) -> None:
    ran = subprocess.run(
        [str(NODE), "audit.mjs", f"{service_url}/graphql"],
        cwd=WEB,
        check=True,
        capture_output=True,
        timeout=60,
    )

    audits = json.loads(ran.stdout)
    failed = [audit for audit in audits if audit["status"] != "ok"]
    assert len(audits) >= 61
    assert failed == []
