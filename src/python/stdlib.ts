/** Whether a qualified name belongs to Python's own library: `json.loads`, `os.path`; builtins included. */
export function isStandardLibrary(qualifiedName: string): boolean {
  const dot = qualifiedName.indexOf('.');
  const root = dot === -1 ? qualifiedName : qualifiedName.slice(0, dot);
  return root === 'builtins' || MODULES.has(root);
}

/**
 * The module that a qualified name is imported from: `urllib.parse` of `urllib.parse.quote`, `datetime` of
 * `datetime.datetime.now`. In other libraries what is spelled in small letters in front of the last name is taken for a module,
 * as PEP 8 has it; `undefined` where that leaves open what is what: `flask.current_app.config`.
 */
export function moduleOf(qualifiedName: string): string | undefined {
  const parts = qualifiedName.split('.');
  const [root = qualifiedName] = parts;
  if (isStandardLibrary(root)) {
    const known = parts.map((_, index) => parts.slice(0, index + 1).join('.')).filter((name) => SUBMODULES.has(name));
    return known.at(-1) ?? root;
  }
  const isClass = parts.findIndex((part) => /^_*[A-Z]/.test(part));
  if (isClass > 0) return parts.slice(0, isClass).join('.');
  return parts.length <= 2 ? root : undefined;
}

/** Modules inside a package of the library that an import of the package alone does not bring. */
const SUBMODULES: ReadonlySet<string> = new Set(
  `
    collections.abc compression.bz2 compression.gzip compression.lzma compression.zlib compression.zstd
    concurrent.futures concurrent.futures.process concurrent.futures.thread concurrent.interpreters ctypes.util
    ctypes.wintypes curses.ascii curses.panel curses.textpad dbm.dumb dbm.gnu dbm.ndbm dbm.sqlite3 distutils.core
    distutils.util distutils.version email.charset email.contentmanager email.encoders email.errors email.generator
    email.header email.headerregistry email.message email.mime email.mime.application email.mime.audio
    email.mime.base email.mime.image email.mime.message email.mime.multipart email.mime.nonmultipart
    email.mime.text email.parser email.policy email.utils encodings.aliases encodings.idna encodings.utf_8
    html.entities html.parser http.client http.cookiejar http.cookies http.server importlib.abc
    importlib.machinery importlib.metadata importlib.resources importlib.util json.tool logging.config
    logging.handlers multiprocessing.connection multiprocessing.dummy multiprocessing.managers
    multiprocessing.pool multiprocessing.shared_memory multiprocessing.sharedctypes multiprocessing.synchronize
    pathlib.types string.templatelib tkinter.colorchooser tkinter.dnd tkinter.filedialog
    tkinter.font tkinter.messagebox tkinter.scrolledtext tkinter.simpledialog tkinter.ttk unittest.mock
    urllib.error urllib.parse urllib.request urllib.response urllib.robotparser wsgiref.handlers wsgiref.headers
    wsgiref.simple_server wsgiref.types wsgiref.util wsgiref.validate xml.dom xml.dom.minidom xml.dom.pulldom
    xml.etree xml.etree.ElementTree xml.parsers.expat xml.sax xml.sax.handler xml.sax.saxutils xml.sax.xmlreader
    xmlrpc.client xmlrpc.server
  `
    .trim()
    .split(/\s+/),
);

/** A function of the library whose call can be seen, or gives something else each time: not one to call earlier than it stands. */
export function hasEffect(qualifiedName: string): boolean {
  return /^(?:builtins\.(?:print|input|open|exec|eval)|atexit|signal|sys|os|asyncio|threading|subprocess|random|time|logging)(?:\.|$)/.test(
    qualifiedName,
  );
}

/** Top-level modules of CPython 3.6 to 3.15. */
const MODULES: ReadonlySet<string> = new Set(
  `
    __future__ abc aifc annotationlib argparse array ast asynchat asyncio asyncore atexit audioop base64 bdb
    binascii binhex bisect builtins bz2 cProfile calendar cgi cgitb chunk cmath cmd code codecs codeop collections
    colorsys compileall compression concurrent configparser contextlib contextvars copy copyreg crypt csv ctypes
    curses dataclasses datetime dbm decimal difflib dis distutils doctest email encodings ensurepip enum errno
    faulthandler fcntl filecmp fileinput fnmatch fractions ftplib functools gc genericpath getopt getpass gettext
    glob graphlib grp gzip hashlib heapq hmac html http imaplib imghdr imp importlib inspect io ipaddress
    itertools json keyword lib2to3 linecache locale logging lzma mailbox mailcap marshal math mimetypes mmap
    modulefinder msilib msvcrt multiprocessing netrc nis nntplib nt ntpath nturl2path numbers opcode operator
    optparse os ossaudiodev pathlib pdb pickle pickletools pipes pkgutil platform plistlib poplib posix posixpath
    pprint profile pstats pty pwd py_compile pyclbr pydoc pydoc_data pyexpat queue quopri random re readline
    reprlib resource rlcompleter runpy sched secrets select selectors shelve shlex shutil signal site smtpd
    smtplib sndhdr socket socketserver spwd sqlite3 sre_compile sre_constants sre_parse ssl stat statistics string
    stringprep struct subprocess sunau symtable sys sysconfig syslog tabnanny tarfile telnetlib tempfile termios
    textwrap threading time timeit tkinter token tokenize tomllib trace traceback tracemalloc tty turtle
    turtledemo types typing unicodedata unittest urllib uu uuid venv warnings wave weakref webbrowser winreg
    winsound wsgiref xdrlib xml xmlrpc zipapp zipfile zipimport zlib zoneinfo
  `
    .trim()
    .split(/\s+/),
);
