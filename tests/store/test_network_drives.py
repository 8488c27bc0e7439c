"""Where computers share a drive the archive has a rollback journal; on a drive of this computer it has its log."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from provenance.store import Store, file_systems
from provenance.store.file_systems import kind_in_mount, kind_in_mountinfo, shared_drive

MOUNTINFO = """\
22 28 0:20 / /proc rw,nosuid shared:12 - proc proc rw
28 1 8:2 / / rw,relatime shared:1 - ext4 /dev/sda2 rw
31 28 0:27 / /srv/news rw,relatime shared:5 - nfs4 desk:/export rw,vers=4.2
32 31 8:9 / /srv/news/local rw,relatime shared:6 - xfs /dev/sdb1 rw
33 28 0:40 / /mnt/press\\040room rw - cifs //desk/press rw
34 28 0:41 / /mnt/c rw - 9p drvfs rw
35 28 0:42 / /mnt/over rw - ext4 /dev/sdc1 rw
36 28 0:43 / /mnt/over rw - fuse.sshfs me@desk: rw
37 28 0:44 / /mnt/new\\134line rw - smb3 //desk/x rw
38 broken
"""


@pytest.mark.parametrize(
    ("place", "kind"),
    [
        ("/home/dana", "ext4"),
        ("/srv/news", "nfs4"),
        ("/srv/news/2026", "nfs4"),
        ("/srv/newsroom", "ext4"),  # begins like a mount, and is none
        ("/srv/news/local/x", "xfs"),  # a drive of this computer below one that is shared
        ("/mnt/press room", "cifs"),
        ("/mnt/c/Users", "9p"),
        ("/mnt/over/x", "fuse.sshfs"),  # mounted over another one
        ("/mnt/new\\line", "smb3"),
    ],
)
def test_the_kind_of_a_drive(place: str, kind: str) -> None:
    assert kind_in_mountinfo(place, MOUNTINFO) == kind


def test_the_kind_of_a_drive_of_macos() -> None:
    listed = "/dev/disk3s1 on / (apfs, local)\n//dana@desk/press on /Volumes/Press Room (smbfs, nodev)\n"
    assert kind_in_mount("/Volumes/Press Room/x", listed) == "smbfs"
    assert kind_in_mount("/Users/dana", listed) == "apfs"


def test_this_folder_is_on_a_drive_of_this_computer_or_its_kind_is_known(tmp_path: Path) -> None:
    assert shared_drive(tmp_path / "x.db") in {None, *file_systems.SHARED.values(), "a network drive"}


@pytest.fixture
def drive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that counts as one of an NFS drive until its mount is taken out of the file."""
    mounts = tmp_path / "mountinfo"
    folder = tmp_path / "shared"
    folder.mkdir()
    mounts.write_text(f"28 1 8:2 / / rw - ext4 /dev/sda2 rw\n31 28 0:27 / {folder.resolve()} rw - nfs4 desk:/ rw\n")
    monkeypatch.setattr(file_systems, "MOUNTS", mounts)
    monkeypatch.setattr(file_systems.sys, "platform", "linux")
    return folder


def mode(store: Store) -> str:
    return str(store.connection.value("PRAGMA journal_mode"))


def leave(drive: Path) -> None:
    file_systems.MOUNTS.write_text("28 1 8:2 / / rw - ext4 /dev/sda2 rw\n")


def test_a_new_archive_there_has_a_rollback_journal_and_that_is_said_once(drive: Path) -> None:
    with Store.open(drive / "a.db", create=True) as store:
        assert mode(store) == "delete"
        assert ["(NFS)" in note for note in store.connection.notes] == [True]
    with Store.open(drive / "a.db") as store:
        assert mode(store) == "delete"
        assert store.connection.notes == ()
    assert sorted(each.name for each in drive.iterdir()) == ["a.db"]


def test_an_archive_that_is_brought_there_is_switched_and_one_that_leaves_is_switched_back(
    drive: Path, tmp_path: Path
) -> None:
    with Store.open(tmp_path / "a.db", create=True) as store:
        assert mode(store) == "wal"
        with store.transaction():
            store.connection.run("INSERT INTO properties VALUES ('kept', 1)")
        (drive / "a.db").write_bytes(b"")  # a copy with its log, taken while it was open
        for end in ("", "-wal"):
            (drive / f"a.db{end}").write_bytes(Path(f"{store.path}{end}").read_bytes())
    with Store.open(drive / "a.db") as store:
        assert mode(store) == "delete"
        assert len(store.connection.notes) == 1
        assert store.connection.value("SELECT value FROM properties WHERE name = 'kept'") == 1
    leave(drive)
    with Store.open(drive / "a.db") as store:
        assert mode(store) == "wal"
        assert store.connection.notes == ()


def test_while_another_has_it_open_nothing_is_switched(drive: Path, tmp_path: Path) -> None:
    mounted = file_systems.MOUNTS.read_text()
    leave(drive)
    with Store.open(drive / "a.db", create=True) as first, first.snapshot():
        file_systems.MOUNTS.write_text(mounted)
        with Store.open(drive / "a.db") as second:
            assert mode(second) == "wal"
            assert second.connection.notes == ()


def test_readers_and_a_writer_wait_for_each_other_there(drive: Path) -> None:
    path = drive / "a.db"
    with Store.open(path, create=True):
        pass
    done = threading.Event()
    faults: list[str] = []

    def read() -> None:
        with Store.open(path, readonly=True) as store:
            while not done.is_set():
                try:
                    with store.snapshot():
                        first = store.connection.value("SELECT count(*) FROM properties")
                        time.sleep(0.005)
                        if store.connection.value("SELECT count(*) FROM properties") != first:
                            faults.append("a snapshot changed")
                except Exception as error:
                    faults.append(repr(error))
                time.sleep(0.002)

    reader = threading.Thread(target=read)
    reader.start()
    try:
        with Store.open(path) as store:
            for number in range(40):
                with store.transaction():
                    store.connection.run("INSERT INTO properties VALUES (?, 1)", (f"p{number}",))
    finally:
        done.set()
        reader.join()
    assert faults == []
