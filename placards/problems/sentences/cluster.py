"""What can be wrong with a Dask cluster that makes a batch."""

from placards.problems.sentence import Sentence

SENTENCES = {
    "cluster-address": Sentence(
        "“{address}” names no Dask cluster",
        "Give its scheduler, as tls://host:8786 or tcp://host:8786, or local:4 for four worker processes here",
    ),
    "cluster-no-dask": Sentence(
        "--dask needs Dask, which is not installed", "Install it: pip install 'placards[dask]'"
    ),
    "cluster-tls-unused": Sentence(
        "--dask-tls names certificates, and nothing here uses them",
        "Give --dask an address that begins with tls://, or leave --dask-tls out",
    ),
    "cluster-no-certificates": Sentence(
        "{address} asks for certificates, and none are named",
        "Give --dask-tls a folder with ca.pem, cert.pem and key.pem, or name them in Dask's own configuration",
    ),
    "cluster-certificates": Sentence(
        "these certificates cannot be used ({reason})",
        "ca.pem is the authority's certificate, cert.pem yours, key.pem its key without a password, all as PEM",
    ),
    "cluster-jobs": Sentence(
        "-j counts worker processes without Dask", "Leave it out; --dask local:{count} is that many worker processes"
    ),
    "cluster-unreachable": Sentence(
        "there is no Dask scheduler to talk to at {address} ({reason})",
        "Start one, or see whether address, port and certificates are right",
    ),
    "cluster-no-workers": Sentence(
        "the Dask scheduler at {address} has had no worker for {seconds:g} s", "Start some, and run this once more"
    ),
    "cluster-gone": Sentence(
        "the Dask scheduler at {address} went away",
        "What was made is whole and recorded; start the scheduler and run this once more",
    ),
    "cluster-worker-other": Sentence(
        "the worker {worker} would make other bytes than this machine: it has {differences}",
        "Install the same versions there",
    ),
    "cluster-worker-unfit": Sentence(
        "the worker {worker} cannot make anything ({reason})", "Install the same version of placards there"
    ),
    "cluster-defect": Sentence(
        "the Dask cluster at {address} could not do its work ({reason})", "See the logs of its scheduler and workers"
    ),
    "cluster-files-large": Sentence(
        "the files that workers need are larger than {limit:,} bytes together",
        "Take out of the campaign's folder what no layout uses",
    ),
}
