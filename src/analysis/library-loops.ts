import type { Module } from '../python/module.js';
import { field, type Node } from '../python/node.js';
import { isStandardLibrary } from '../python/stdlib.js';

/** The libraries of a file that may run an event loop of their own while a synchronous function of theirs is called. */
export interface LibraryLoops {
  /** Known to do so. */
  readonly known: readonly string[];
  /** Not known to do so, nor not to. */
  readonly unknown: readonly string[];
}

/**
 * Looks through everything that a file imports (semantics.md §8.10):
 *
 *     import asyncio, json            Python's own: no
 *     import aiohttp, pandas as pd    known not to
 *     import llama_index.core         known to
 *     from agents import Runner       only by functions called `…_sync`: known to where one is called
 *     from .tools import fetch        unknown
 */
export function findLibraryLoops(module: Module, spared: readonly Node[]): LibraryLoops {
  const roots = findImportedRoots(module).filter((root) => !isStandardLibrary(root) && !QUIET.has(root));
  const callsSync = [...module.find('call')].some((call) => !spared.includes(call) && isSyncCall(call, module));
  const known = roots.filter((root) => LOUD.has(root) || (SYNC_BY_NAME.has(root) && callsSync));
  return { known, unknown: roots.filter((root) => !LOUD.has(root) && !SYNC_BY_NAME.has(root)) };
}

/** What a module-level call makes may hold on to the loop that it was first used on. */
export function holdsLoop(qualifiedName: string): boolean {
  const root = rootOf(qualifiedName);
  return !isStandardLibrary(qualifiedName) && !(QUIET.has(root) && !CLIENTS.has(root));
}

/** A library of which it is not known that it leaves loops alone: what it makes may ask for the current one at once. */
export function mayAskForLoop(qualifiedName: string): boolean {
  return !isStandardLibrary(qualifiedName) && !QUIET.has(rootOf(qualifiedName));
}

/** Known to make loops of their own, on the thread that calls them or on another one. */
export function makesLoops(root: string): boolean {
  return LOUD.has(root) || MAKERS.has(root);
}

function isSyncCall(call: Node, module: Module): boolean {
  const callee = field(call, 'function') as Node;
  const name = callee.type === 'attribute' ? field(callee, 'attribute') : callee;
  return name !== undefined && /_sync$/.test(module.text(name));
}

/** The packages, and modules beside it, that a file imports: `a` of `import a.b.c`, `.tools` of `from .tools.x import y`. */
export function findImportedRoots(module: Module): readonly string[] {
  const names: string[] = [];
  for (const statement of module.find('import_statement')) {
    for (const item of statement.children) {
      const dotted = item.type === 'aliased_import' ? field(item, 'name') : item;
      if (dotted?.type === 'dotted_name') names.push(rootOf(module.text(dotted)));
    }
  }
  for (const statement of module.find('import_from_statement')) {
    const origin = field(statement, 'module_name');
    if (origin !== undefined) names.push(rootOf(module.text(origin)));
  }
  return [...new Set(names)];
}

/** `a.b.c` → `a`, `.tools.x` → `.tools` */
function rootOf(name: string): string {
  return /^\.*[^.]*/.exec(name.trim())?.[0] ?? name;
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

/** Loops run inside of synchronous functions, and nothing in their names tells which. */
const LOUD = words(`
  autogen autogen_agentchat chainlit cognee crewai deepeval dspy fastf1 gradio guardrails guidance haystack ib_async
  ib_insync jina langchain_community langchain_experimental llama_cloud llama_cloud_services llama_index llama_parse lmql
  nemoguardrails openbb panel phoenix prefect promptflow pyppeteer pyrogram pyqlib ragas requests_html
  semantic_kernel streamlit swarmauri tardis_client tardis_dev telethon tensorflow_federated trulens trulens_eval twint
  vanna
`);

/** They drive coroutines that they are given, where no loop runs. */
const MAKERS = words('hypercorn unittest uvicorn');

/** Loops run in functions whose name ends in _sync, and nowhere else. */
const SYNC_BY_NAME = words('agents browser_use pydantic_ai');

/** Asynchronous clients: they run no loops, but what they make is bound to one. */
const CLIENTS = words(`
  aioboto3 aiobotocore aiodns aiofiles aiohttp aiokafka aiomqtt aiomysql aiopg aioredis aiosqlite anthropic anyio
  asyncpg asyncssh azure discord telegram beanie bleak cohere databases edge_tts elasticsearch google groq grpc httpx kasa
  langchain_anthropic langchain_core langchain_google_genai langchain_mcp_adapters langchain_openai langgraph
  mcp mistralai motor nats neo4j ollama openai playwright psycopg pymongo qdrant_client redis sqlalchemy sqlmodel tortoise
  websockets weaviate
`);

/** Known to run no loop on the thread that calls them. */
const QUIET = new Set([
  ...CLIENTS,
  'nest_asyncio',
  'nest_asyncio2',
  ...words(`
    IPython PIL absl accelerate aiocache aiolimiter aioresponses altair arrow asgiref astropy async_lru
    async_timeout asyncstdlib attr attrs backoff bokeh boto3 botocore bs4 cachetools catboost certifi chardet chess
    chromadb click colorama contextlib2 cv2 cycler dateutil datasets diskcache dill docx dotenv duckdb
    einops evaluate faiss fastapi feedparser flask fsspec geopandas gensim geopy h5py html2text httpcore huggingface_hub
    humanize icecream idna igraph imageio ipykernel ipywidgets jinja2 jax joblib json5 jsonlines jsonschema
    keras kaggle lightgbm litellm loguru lxml magic markdown markdownify matplotlib more_itertools mpl_toolkits
    msgpack multidict mypy mypy_extensions natsort networkx newspaper nltk notebook numba numpy openpyxl orjson
    packaging pandas pandas_datareader parsel pathspec patsy peft pint platformdirs plotly polars pprintpp prettytable
    prometheus_client psutil psycopg2 pyarrow pydantic pydantic_settings pydot pygments pyparsing pypdf
    PyPDF2 pdfplumber fitz pymupdf pytest pytz rapidfuzz regex requests requests_cache retry rich ruamel safetensors
    scipy seaborn selenium sentence_transformers sentencepiece serpapi setuptools shapely shap simplejson
    simple_parsing six sklearn skimage sniffio sortedcontainers soupsieve spacy statsmodels sympy
    tabulate tenacity termcolor textblob thefuzz tiktoken tokenizers toml tomli toolz torch torchaudio
    torchvision tqdm transformers tree trio tweepy typer typing_extensions tzlocal ujson umap urllib3 uvloop uvicorn
    vaderSentiment validators werkzeug wikipedia wordcloud xarray xgboost xlrd xlsxwriter xmltodict yaml yarl
    yfinance youtube_transcript_api yt_dlp zstandard
  `),
]);
