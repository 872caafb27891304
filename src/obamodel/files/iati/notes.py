"""What is wrong with a file, what was decided, and what had to stay behind."""

from attrs import define, field

from obamodel.errors import Fault


@define
class Notes:
    """Three lists that grow while a file is gone through."""

    file: str
    faults: list[Fault] = field(factory=list)
    decided: list[Fault] = field(factory=list)
    left: list[Fault] = field(factory=list)

    def refuse(self, line: int | None, code: str, found: str, mend: str, *path: str) -> None:
        """Note something that is wrong: the file is not read until it is mended."""
        self.faults.append(Fault(code, found, mend, path=path, file=self.file, line=line))

    def decide(self, line: int | None, code: str, found: str, mend: str, *path: str) -> None:
        """Note what was settled, and what to say if it should be otherwise."""
        self.decided.append(Fault(code, found, mend, path=path, file=self.file, line=line))

    def leave(self, line: int | None, code: str, found: str, mend: str, *path: str) -> None:
        """Note what could not be carried."""
        self.left.append(Fault(code, found, mend, path=path, file=self.file, line=line))
