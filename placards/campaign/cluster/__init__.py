"""The jobs of a batch on more than one machine, through Dask. Nothing here imports Dask before it is asked for."""
