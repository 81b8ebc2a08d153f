"""The embedded store: TinyDB's tables over a journal, for one process.

A directory holds it::

    LOCK                       the pid of the process that writes, and holds the directory
    snapshot.json              {"format":1,"n":N,"tables":{… one document a line …},"crc":"…"}
    journal-<first n>.jsonl    {"n":17,"tx":[[["promises","12",{…}], …], …],"crc":"…"}
    journal-<n>.torn-<byte>    what a crash left half-written, kept for whoever wants to look

Documents live in memory and are never changed in place. A transaction is applied there at once; it is
acknowledged when its line of the journal is on the disk, after one sync shared by everybody who waits.
When the journal outgrows the snapshot, a new snapshot is written while the store goes on.
"""
