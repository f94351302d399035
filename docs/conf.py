"""Configuration of the site. `scripts/docs` builds it."""

import sys
from pathlib import Path

import quentli_query

DOCS = Path(__file__).parent
sys.path.insert(0, str(DOCS / "_extensions"))

project = "quentli-query"
author = "The quentli-query developers"
copyright = author  # noqa: A001 - Sphinx's name
version = release = quentli_query.__version__

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "sphinx_copybutton",
    "api_pages",
    "cross_references",
    "llms_txt",
    "readable_autodoc",
]
exclude_patterns = ["_build", "_extensions", "examples"]

# Docstrings write code in single backticks, as Markdown does.
default_role = "code-or-link"
add_module_names = False
python_use_unqualified_type_names = True
python_maximum_signature_line_length = 110
toc_object_entries_show_parents = "hide"
# Names of types as the source has them, and not what they stand for.
autodoc_type_aliases = {
    "OnMismatch": "quentli_query.client.config.OnMismatch",
    "Path": "Path",
    "QueryStyle": "quentli_query.filters.compiler.QueryStyle",
    "Where": "quentli_query.filters.compiler.Where",
}
# Not needed to describe the fixture.
autodoc_mock_imports = ["pytest"]
autodoc_member_order = "bysource"
autodoc_class_signature = "mixed"
napoleon_numpy_docstring = False
napoleon_use_ivar = True
napoleon_use_rtype = False

myst_enable_extensions = ["attrs_block", "colon_fence"]
myst_heading_anchors = 4
highlight_language = "python3"

html_theme = "furo"
html_title = "quentli-query"
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_copy_source = False
html_show_sphinx = False
pygments_style = "a11y-high-contrast-light"
pygments_dark_style = "a11y-high-contrast-dark"
copybutton_prompt_text = r">>> |\.\.\. |\$ "
copybutton_prompt_is_regexp = True
copybutton_exclude = ".linenos, .gp, .go"
