"""Names of benchmarks and contestants that targets and tests refer to."""

QUENTLI_QUERY = "quentli-query"
INSTANT_AS_TEXT = "quentli-query, instant as text"

WRITE_FIVE = "write five conditions"
PARSE_FIVE = "parse five conditions"
MATCH_FIVE = "match five conditions with a record"

BUILD_AND_COMPILE = "build and compile"
BUILD = "build"
COMPILE = "compile"
IN = "in_"
OR_CHAIN = "chain of |"

NPM_QS = "npm qs: stringify"
QS_CODEC_ENCODE = "qs-codec: encode"
PARSE_FILTER = "quentli-query: parse_filter"
QS_CODEC_DECODE = "qs-codec: decode"
PYAIRTABLE = "pyairtable"

MATCH_MODEL = "matches, model, per condition"
MATCH_DICT = "matches, dict, per condition"
FROM_DICT = "Customer.from_dict"

LIST_ALL = "list all customers of a distant server"
LIST_FIRST = "list the first customer of a distant server"

LIST, SCAN, COUNT = "list", "scan", "count"
SCAN_ALL = "list and scan all customers of a distant server"
SCAN_CHURN = "list and scan all customers while others come and go"
COUNT_ALL = "count all customers of a distant server"
OFFSETS = "read customers of a server with costly offsets"

MEMORY_GROWTH = "memory growth while listing all customers"
KEEP_ALL = "a list of all, prefetch 4"

TABLES = "all customers of a near server as a table"
ITERATE, TO_ARROW = "iterate over scan()", "scan().to_arrow()"
POLARS, POLARS_OF_DICTS = "polars.DataFrame(scan())", "polars.DataFrame of to_dict()"
MAKE_TABLE = "scan().to_arrow(), beyond the table"

CPU_TIME = "CPU time to list all customers of a near server"
HTTPX_AND_JSON = "httpx and json"
HTTPX_AND_PYDANTIC = "httpx and pydantic"
CLIENT_WITH_FILTER = "quentli-query, filter"
CLIENT_UNVERIFIED = "quentli-query, verify=False"

IMPORT_LIBRARY = "import a library and create a client"
HTTPX = "httpx"
STRIPE = "stripe"
OPENAI = "openai"

IMPORT_LANGUAGE = "import the language alone"
LANGUAGE = "quentli_query.Q"
ATTRS = "attrs"

IMPORT_OPERATION = "import one generated operation"
LIST_OPERATION = "customers_list"
LARGEST_OPERATION = "payment_sessions_create"
HTTPX_AND_ATTRS = "httpx and attrs"


def format_alternatives(count: int) -> str:
    """Return the name of the benchmark that writes `count` alternatives."""
    return f"write {count} alternatives"


def format_step(library: str, step: str) -> str:
    """Return the name of a contestant: one step (build, compile or both) of one library."""
    return f"{library}: {step}"


def format_list(client: str, prefetch: int) -> str:
    """Return the name of a contestant: a list of the sync or the async client."""
    return f"{client}, prefetch {prefetch}"


def format_loop(prefetch: int) -> str:
    """Return the name of a contestant: a loop that keeps no record."""
    return f"a loop, prefetch {prefetch}"


def format_read(method: str, prefetch: int) -> str:
    """Return the name of a contestant: a list or a scan."""
    return f"{method}, prefetch {prefetch}"


def format_depth(method: str, place: int) -> str:
    """Return the name of a contestant: a list or a scan of more and more records."""
    return f"{method}, size {place + 1}"
