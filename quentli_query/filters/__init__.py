"""The filter language. Pure: it knows nothing of HTTP."""
