import { findPythons, runPython } from './pythons.js';

/** What a terminal showed, and how the program ended: its exit code, or minus the number of a signal. */
export interface TerminalRun {
  readonly shown: string;
  readonly code: number;
}

const [python] = process.platform === 'win32' ? [] : [...findPythons()].reverse();

/** Whether this machine can give a program a terminal: by Python's `pty`. */
export const hasTerminal = python !== undefined;

/**
 * Runs a program on a terminal of its own, and presses one key each time that it has shown `mark` once more.
 *
 * @param early keys that are pressed before the program has begun
 */
export function runOnTerminal(
  command: readonly string[],
  options: {
    readonly cwd: string;
    readonly keys: readonly string[];
    readonly mark: string;
    readonly early?: string;
  },
): TerminalRun {
  if (python === undefined) throw new Error('no Python here that could make a terminal');
  return runPython(python, PROGRAM, { early: '', ...options, command }) as TerminalRun;
}

const PROGRAM = `
import fcntl, json, os, pty, select, struct, sys, termios, time

job = json.load(sys.stdin)
pid, terminal = pty.fork()
if pid == 0:
    os.chdir(job["cwd"])
    environment = {"PATH": os.environ["PATH"], "HOME": "/nowhere", "LOOPSHIFT_CODE_CACHE": "0", "TERM": "xterm", "LANG": "C.UTF-8", "NO_COLOR": "1"}
    time.sleep(0.05)  # until the terminal has its size
    os.execve(job["command"][0], job["command"], environment)
fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 100, 0, 0))
os.write(terminal, job["early"].encode())
shown = b""
pressed = 0
end = time.monotonic() + 100
while time.monotonic() < end:
    if select.select([terminal], [], [], 0.5)[0]:
        try:
            data = os.read(terminal, 65536)
        except OSError:  # Linux: the other side is closed
            break
        if not data:
            break
        shown += data
    if pressed < len(job["keys"]) and shown.count(job["mark"].encode()) > pressed:
        os.write(terminal, job["keys"][pressed].encode())
        pressed += 1
else:
    os.kill(pid, 9)
_, status = os.waitpid(pid, 0)
code = os.WEXITSTATUS(status) if os.WIFEXITED(status) else -os.WTERMSIG(status)
print(json.dumps({"shown": shown.decode("utf-8", "replace"), "code": code}))
`;
