"""Methods of the resources, sync and async."""
