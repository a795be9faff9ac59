"""A connection that stays: one psql, statements in, their rows out. What fails raises and leaves the session usable."""

import subprocess

END = "--end of statement--"


class SqlError(Exception):
    """What the server said; `sqlstate` tells which kind."""

    def __init__(self, sqlstate, message, sql):
        super().__init__(f"{sqlstate}: {message}\nin: {sql[:2000]}")
        self.sqlstate = sqlstate


class Session:
    """Use as a context manager, or close it. `cluster` is a Cluster."""

    def __init__(self, cluster, database="postgres", user=None):
        command = [f"{cluster.bin}/psql", "-XqAt", "-d", database, "-U", user or cluster.user]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                                        text=True, env=cluster.environment(database))
        self.sent = None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        self.process.stdin.close()
        self.process.wait()
        self.process.stdout.close()

    def run(self, *statements):
        """Runs one statement after the other; returns the lines of the last one's rows, columns parted by |."""
        lines = []
        for sql in statements:
            self.send(sql)
            lines = self.receive()
        return lines

    def value(self, sql):
        return "\n".join(self.run(sql))

    def send(self, sql):
        """Begins a statement that may have to wait for others; receive() waits for its end."""
        self.sent = sql
        self.process.stdin.write(f"{sql}\n;\n\\echo {END} :ERROR :SQLSTATE :LAST_ERROR_MESSAGE\n")
        self.process.stdin.flush()

    def receive(self):
        lines = []
        for line in self.process.stdout:
            if line.startswith(END):
                self._check(line.removeprefix(END).split(maxsplit=2))
                return lines
            lines.append(line.rstrip("\n"))
        raise RuntimeError(f"psql ended during: {self.sent[:2000]}")

    def _check(self, outcome):
        failed, sqlstate, *message = outcome
        if failed == "true":
            raise SqlError(sqlstate, "".join(message).strip(), self.sent)
