"""PouchDB as a peer of the first sync, where npm is at hand: it is installed into ``build`` and nowhere else.

What it does is the nearest thing to ours: documents from a source in memory are replicated into LevelDB on
the disk, batch by batch with a checkpoint. It neither encrypts nor indexes; no search is made ready.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

FOLDER: Final = Path("build/benchmarks/pouchdb")
PACKAGES: Final = ("pouchdb@9.0.0", "pouchdb-adapter-memory@9.0.0")
_PATIENCE: Final = 300
_SCRIPT: Final = """
const PouchDB = require('pouchdb');
PouchDB.plugin(require('pouchdb-adapter-memory'));
const fs = require('fs');
(async () => {
  const [file, target] = process.argv.slice(2);
  const docs = fs.readFileSync(file, 'utf8').split('\\n').filter(Boolean).map(JSON.parse);
  const source = new PouchDB('source', {adapter: 'memory'});
  for (let i = 0; i < docs.length; i += 1000) await source.bulkDocs(docs.slice(i, i + 1000));
  const begun = process.hrtime.bigint();
  await PouchDB.replicate(source, new PouchDB(target), {batch_size: 500});
  console.log(Number(process.hrtime.bigint() - begun) / 1e6);
})();
"""


def replication(documents: Iterable[dict[str, Any]]) -> float | None:
    """Return the milliseconds that replicating ``documents`` (each with ``id``) takes; None without npm."""
    if shutil.which("node") is None or not _installed():
        return None
    with tempfile.TemporaryDirectory() as made:
        lines, script = Path(made) / "documents.jsonl", FOLDER.resolve() / "replicate.js"
        with lines.open("w", encoding="utf-8") as file:
            file.writelines(json.dumps({"_id": one["id"], **one}) + "\n" for one in documents)
        script.write_text(_SCRIPT, encoding="utf-8")
        command = ["node", str(script), str(lines), str(Path(made) / "target")]
        done = subprocess.run(command, capture_output=True, text=True, timeout=_PATIENCE, check=True)
    return float(done.stdout.split()[-1])


def _installed() -> bool:
    if not (FOLDER / "node_modules" / "pouchdb").is_dir():
        npm = shutil.which("npm")
        if npm is None:
            return False
        FOLDER.mkdir(parents=True, exist_ok=True)
        command = [npm, "install", "--no-audit", "--no-fund", "--prefix", str(FOLDER), *PACKAGES]
        done = subprocess.run(command, capture_output=True, timeout=_PATIENCE, check=False)
        return done.returncode == 0
    return True
