"""HTTP layer: httpx with the key, typed errors and retries."""
