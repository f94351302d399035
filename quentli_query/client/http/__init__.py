"""HTTP under the client: httpx with the key, typed errors and retries."""
