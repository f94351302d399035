"""Former name of `schema_types`, for imports that still use it."""

from scripts.pipeline.schema_types import *  # noqa: F403
