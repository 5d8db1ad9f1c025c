// Runs a Python program in Pyodide's CPython: `node scripts/pyodide.mjs PROGRAM`, its input on stdin, its output on stdout.
import { text } from 'node:stream/consumers';
import { loadPyodide } from 'pyodide';

const given = await text(process.stdin);
const python = await loadPyodide();
python.globals.set('given', given);
python.runPython('import io, sys, warnings; sys.stdin = io.StringIO(given); warnings.simplefilter("ignore")');
python.runPython(process.argv[2] ?? '');
