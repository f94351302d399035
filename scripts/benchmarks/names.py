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


def alternatives(count: int) -> str:
    """The benchmark with that many alternatives."""
    return f"write {count} alternatives"


def joined(way: str, step: str) -> str:
    """A contestant that takes this step in this way."""
    return f"{way}: {step}"
