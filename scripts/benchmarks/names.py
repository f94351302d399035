"""What benchmarks and contestants are called, where one is looked up by its name."""

FIVE = "write five conditions"
READ = "read five conditions"
MATCH = "match five conditions with a record"

BOTH = "build and compile"
BUILD = "build"
COMPILE = "compile"
IN = "in_"
CHAIN = "chain of |"

NPM = "npm qs: stringify"
CODEC = "qs-codec: encode"
DECODE = "qs-codec: decode"
AIRTABLE = "pyairtable"

MODEL = "matches, model, per condition"
DICT = "matches, dict, per condition"
FROM_DICT = "Customer.from_dict"

LIST = "list all customers of a distant server"
FIRST = "get the first customer of a distant server"

GROW = "grow while going through all customers"
KEPT = "a list of all, prefetch 4"

PROCESS = "process all customers of a near server"
BARE = "httpx and json"
PYDANTIC = "httpx and pydantic"
CLIENT = "quentli-query"
CLIENT_FILTERING = "quentli-query, filter"
CLIENT_TRUSTING = "quentli-query, verify=False"

IMPORT = "import, and make a client"
OURS = "quentli-query"
HTTPX = "httpx"
STRIPE = "stripe"
OPENAI = "openai"

OPERATION = "import one generated operation"
LIST_OPERATION = "customers_list"
LARGEST_OPERATION = "payment_sessions_create"
HTTPX_AND_ATTRS = "httpx and attrs"


def alternatives(count: int) -> str:
    """The benchmark with that many alternatives."""
    return f"write {count} alternatives"


def joined(way: str, step: str) -> str:
    """A contestant that takes this step in this way."""
    return f"{way}: {step}"


def listed(way: str, prefetch: int) -> str:
    """A list with that many pages asked for ahead, by one of the two clients."""
    return f"{way}, prefetch {prefetch}"


def streamed(prefetch: int) -> str:
    """A loop that keeps nothing."""
    return f"a loop, prefetch {prefetch}"
