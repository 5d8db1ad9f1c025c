/**
 * What the CPython of `--verify` runs: it compiles text that comes on stdin, a JSON line a request, and executes none of it.
 * Nothing but `ast`, `json` and the like of its own library is imported. It has to run on CPython 3.6 too.
 *
 * A request is `{"after": unit, "before": unit | null, "minor": n}`, a unit `{"cells": [text], "awaits": bool, "indented": bool}`; the answer
 * `{"fault": null | {"cell", "line", "message"}}`: the first of the output's that its source has not.
 */
export const PROGRAM = `
import ast, json, platform, re, signal, sys, warnings

signal.signal(signal.SIGINT, signal.SIG_IGN)  # it is for who asked
warnings.simplefilter('ignore')
AWAITS = getattr(ast, 'PyCF_ALLOW_TOP_LEVEL_AWAIT', None)

def faults(unit, minor, awaits):
    for number, text in enumerate(unit['cells']):
        indent = re.match('[ \\\\t]*', text).group()
        if indent and unit['indented']:
            text = re.sub('(?m)^' + indent, '', text)
        fault = compiled(text, minor, awaits)
        if fault is not None:
            yield dict(fault, cell=number)

def compiled(text, minor, awaits):
    try:
        if sys.version_info >= (3, 8):
            ast.parse(text, 'output', feature_version=(3, max(minor, 7)))
        compile(text, 'output', 'exec', AWAITS if awaits else 0, True)
    except Exception as error:
        line = getattr(error, 'lineno', None)
        return {'line': line, 'message': '%s: %s' % (type(error).__name__, getattr(error, 'msg', None) or error)}

def known(unit, minor):
    """What is wrong with the source, run either way: lines aside."""
    if unit is None:
        return set()
    ways = [False] if AWAITS is None else [False, True]
    return {plain(fault['message']) for way in ways for fault in faults(unit, minor, way)}

def plain(message):
    return re.sub('[0-9]+', 'N', message)

# A compiler gives up at its first fault: a source with another one may have had these too, which no conversion makes.
HIDDEN = re.compile("too many|RecursionError|MemoryError|'return' outside function|outside loop|not properly in loop")

def answer(request):
    after, minor = request['after'], request['minor']
    found = list(faults(after, minor, after['awaits']))
    if not found:
        return None
    excused = known(request['before'], minor)
    own = (fault for fault in found if plain(fault['message']) not in excused)
    return next((fault for fault in own if not (excused and HIDDEN.search(fault['message']))), None)

def say(value):
    sys.stdout.write(json.dumps(value) + '\\n')
    sys.stdout.flush()

say({'implementation': platform.python_implementation(), 'version': list(sys.version_info[:3])})
for line in iter(sys.stdin.buffer.readline, b''):
    say({'fault': answer(json.loads(line.decode('utf-8')))})
`;
