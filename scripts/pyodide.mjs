// Runs a Python program in Pyodide's CPython: `node scripts/pyodide.mjs PROGRAM`, its input on stdin, its output on stdout.
import { readFileSync } from 'node:fs';
import { loadPyodide } from 'pyodide';

const python = await loadPyodide();
python.globals.set('given', readFileSync(0, 'utf8'));
python.runPython('import io, sys, warnings; sys.stdin = io.StringIO(given); warnings.simplefilter("ignore")');
python.runPython(process.argv[2] ?? '');
