"""What can go wrong, each kind with the exit code that a shell script sees.

    ProvenanceError            the operation failed (exit 1)
    ├── UsageError             the caller asked for something that makes no sense (exit 2)
    │   ├── SettingsError      one or more settings have impossible values; all of them are named at once
    │   └── NoSuchArticle      no archived article, file or address has that name, or several have
    ├── UnreadableInput        a file, folder or stream that cannot be read at all
    ├── ArchiveError           the archive file cannot be used
    │   ├── NotAnArchive       a file that is no archive of this program
    │   ├── NewerArchive       written by a later version of this program
    │   ├── ArchiveBusy        another process is writing and did not finish in time
    │   ├── ShardLost          one of several files cannot be read; the rest answers when it is asked again
    │   └── DamagedArchive     the file is there but its content does not hold together
    ├── SchemeMismatch         fingerprints made in another way; comparing them would be meaningless
    └── MissingExtra           an optional dependency is needed and not installed

Every message is one line that says what failed, on which input, and what to do about it. One handler at the
edge (`provenance.cli`) turns them into text on stderr; nothing below prints or exits. A broken article inside a
readable input is not an exception but data: `provenance.model.SkippedInput`.
"""

# What pip installs; "provenance" on PyPI is another project. Every message that names a package takes it from here.
DISTRIBUTION = "text-provenance"
# Where faults go; the repository that a copy was taken from is the reader's to know.
REPORT = "please report it among the issues of the project, with what PROVENANCE_DEBUG=1 shows"
UPDATE = f"a newer version reads it: pip install --upgrade {DISTRIBUTION}"


class ProvenanceError(Exception):
    """The operation failed; the message is one line for people."""

    exit_code = 1


def unforeseen(error: BaseException) -> str:
    """One line about an error that is a fault of this program: what it is, what was worked on, where to report it."""
    said = " ".join(str(error).split())[:200]
    at = "".join(f", {note}" for note in getattr(error, "__notes__", ()) if "\n" not in note)
    return f"a fault of the program ({type(error).__name__}{': ' if said else ''}{said}{at}); {REPORT}"


class UsageError(ProvenanceError):
    """The request itself is wrong, whatever the archive holds."""

    exit_code = 2


class SettingsError(UsageError):
    """One or more settings have impossible values."""


class NoSuchArticle(UsageError):
    """A name matches no article, or more than one."""


class UnreadableInput(ProvenanceError):
    """A named input cannot be opened or understood at all."""


class ArchiveError(ProvenanceError):
    """The archive file cannot be used."""


class NotAnArchive(ArchiveError):
    """The file exists and is no archive of this program."""


class NewerArchive(ArchiveError):
    """The archive was written by a later version of this program."""


class ArchiveBusy(ArchiveError):
    """Another process holds the archive's write lock."""


class DamagedArchive(ArchiveError):
    """The archive's content contradicts itself."""


class ShardLost(ArchiveError):
    """One of several files that are asked as one broke off an answer, and is left out from now on."""


class SchemeMismatch(ArchiveError):
    """Stored fingerprints were made with other settings than those asked for."""


class MissingExtra(ProvenanceError):
    """An optional dependency is needed for this and is not installed."""

    def __init__(self, purpose: str, extra: str) -> None:
        super().__init__(f"{purpose} needs an optional package: pip install '{DISTRIBUTION}[{extra}]'")
