"""On what kind of drive an archive is: SQLite's write-ahead log does not work where several computers share a file.

The log's index is memory that all processes share, which a network drive does not give to another computer; there the
log loses or mixes changes (https://www.sqlite.org/wal.html, "All processes using a database must be on the same host
computer"). Nothing here opens the archive.
"""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

# Types of file systems, as the system names them, and what people call them. A folder of the host that a virtual
# machine or container shows has the same fault: its memory is not shared with the host either.
SHARED = {
    "nfs": "NFS", "nfs4": "NFS", "cifs": "SMB", "smb3": "SMB", "smb2": "SMB", "smbfs": "SMB", "ncpfs": "NetWare",
    "afs": "AFS", "afpfs": "AFP", "auristorfs": "AFS", "coda": "Coda", "webdav": "WebDAV", "fuse.davfs": "WebDAV",
    "fuse.davfs2": "WebDAV", "fuse.sshfs": "SSH", "sshfs": "SSH", "fuse.rclone": "rclone", "fuse.s3fs": "S3",
    "fuse.s3ql": "S3", "fuse.goofys": "S3", "fuse.mount-s3": "S3", "fuse.gcsfuse": "Google Cloud Storage",
    "fuse.blobfuse": "Azure", "fuse.blobfuse2": "Azure", "fuse.juicefs": "JuiceFS", "fuse.JuiceFS": "JuiceFS",
    "ceph": "Ceph", "fuse.ceph": "Ceph", "fuse.ceph-fuse": "Ceph", "glusterfs": "Gluster",
    "fuse.glusterfs": "Gluster", "lustre": "Lustre", "gpfs": "GPFS", "beegfs": "BeeGFS", "fhgfs": "BeeGFS",
    "pvfs2": "OrangeFS", "panfs": "PanFS", "ocfs2": "OCFS2", "gfs2": "GFS2", "moosefs": "MooseFS",
    "fuse.mfs": "MooseFS", "9p": "a folder of the host", "virtiofs": "a folder of the host",
    "vboxsf": "a folder of the host", "vmhgfs": "a folder of the host", "fuse.vmhgfs-fuse": "a folder of the host",
    "prl_fs": "a folder of the host", "drvfs": "a folder of the host", "fakeowner": "a folder of the host",
    "fuse.grpcfuse": "a folder of the host", "fuse.osxfs": "a folder of the host", "osxfs": "a folder of the host",
}  # fmt: skip
MOUNTS = Path("/proc/self/mountinfo")
_ESCAPED = re.compile(r"\\([0-7]{3})")
_OF_MOUNT = re.compile(r"^.* on (/.*) \((\w+)[,)]", re.MULTILINE)  # `mount` of macOS and the BSDs
REMOTE = 4  # what GetDriveTypeW calls a network drive


def shared_drive(path: Path) -> str | None:
    """What people call the kind of drive a file is on, where the write-ahead log does not work; None elsewhere.

    The file itself need not exist. Where nobody can tell the drive counts as one of this computer.
    """
    if sys.platform == "win32":
        return _of_windows(path)
    place = os.path.realpath(path.parent)
    if sys.platform == "linux":
        try:
            listed = MOUNTS.read_text("utf-8", "surrogateescape")
        except OSError:
            return None
        return SHARED.get(kind_in_mountinfo(place, listed) or "")
    try:
        if Path(place).stat().st_dev in {Path(each).stat().st_dev for each in ("/", Path.home())}:
            return None
    except (OSError, RuntimeError):
        return None
    return SHARED.get(kind_in_mount(place, _mount()) or "")


def kind_in_mountinfo(place: str, listed: str) -> str | None:
    """The type of the file system that a folder is on, of the text of Linux's `mountinfo`; the last mount wins."""
    best, kind = -1, None
    for line in listed.splitlines():
        mounted, separator, about = line.partition(" - ")
        fields, kinds = mounted.split(" "), about.split(" ")
        if not separator or len(fields) < 5:
            continue
        point = _ESCAPED.sub(lambda octal: chr(int(octal[1], 8)), fields[4])
        if _is_below(place, point) and len(point) >= best:
            best, kind = len(point), kinds[0]
    return kind


def kind_in_mount(place: str, listed: str) -> str | None:
    """The same of what `mount` prints on macOS and the BSDs."""
    best, kind = -1, None
    for point, one in _OF_MOUNT.findall(listed):
        if _is_below(place, point) and len(point) >= best:
            best, kind = len(point), one
    return kind


def _is_below(place: str, point: str) -> bool:
    return place == point or place.startswith(point.rstrip("/") + "/")


def _mount() -> str:
    import subprocess

    try:
        done = subprocess.run(["/sbin/mount"], capture_output=True, text=True, check=False, timeout=5)
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout


def _of_windows(path: Path) -> str | None:
    if os.path.abspath(path).startswith("\\\\"):  # noqa: PTH100 (a path of Windows on any system)
        return "a network drive"
    import ctypes

    drive = os.path.splitdrive(os.path.abspath(path))[0]  # noqa: PTH100
    try:
        kind = ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\")  # type: ignore[attr-defined,unused-ignore]
    except (AttributeError, OSError):
        return None
    return "a network drive" if kind == REMOTE else None
