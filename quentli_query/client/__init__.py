"""The clients: lists with filters, and generated functions for everything else."""
