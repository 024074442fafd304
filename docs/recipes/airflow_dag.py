"""Make a campaign every night by Apache Airflow: a DAG with one task, for the folder of DAGs.

Workers need placards in Airflow's environment, and see the campaign and the output folder. Change the lines in
capitals. The task's log has everything that was said; its value in XCom is how many artefacts were made.
"""

from __future__ import annotations

import logging
from datetime import UTC, datetime, timedelta

from airflow.sdk import dag, task
from airflow.sdk.exceptions import AirflowFailException

CAMPAIGN = "/srv/river/campaign.toml"
OUT = "/srv/river/out"
SCHEDULE = "15 2 * * *"

log = logging.getLogger(__name__)


# Where another run holds the folder, or a disk is full, a later try may do: what has been made is not made again.
@task(retries=3, retry_delay=timedelta(minutes=10), execution_timeout=timedelta(hours=2), multiple_outputs=False)
def make_campaign(campaign: str, out: str) -> dict[str, int]:
    """Make what has changed; gives the numbers of artefacts made, unchanged and left out for want of a translation."""
    import placards  # here, since Airflow reads this file every few seconds

    def say(found: placards.Diagnostic) -> None:
        log.log(levels.get(found.severity, logging.INFO), "%s", found)

    levels = {placards.Severity.ERROR: logging.ERROR, placards.Severity.WARNING: logging.WARNING}
    try:
        done = placards.batch(campaign, out, jobs=None, prune=True, report=say)
    except placards.OutputError:
        raise
    except placards.PlacardsError as error:
        for found in error.diagnostics:
            say(found)
        raise AirflowFailException(str(error)) from error  # another try would say the same
    for failure in done.failed:
        for found in failure.diagnostics:
            log.error("%s was not made: %s", failure.file, found)
    wrong = [found for found in done.diagnostics if found.severity is placards.Severity.ERROR]
    if done.failed or wrong:
        raise AirflowFailException(f"{len(done.failed)} artefacts failed, {len(wrong)} errors: see above")
    return {"made": len(done.made), "unchanged": len(done.unchanged), "left out": len(done.skipped)}


@dag(schedule=SCHEDULE, start_date=datetime(2026, 1, 1, tzinfo=UTC), catchup=False, max_active_runs=1)
def placards_nightly() -> None:
    """The campaign, as it is that night."""
    make_campaign(CAMPAIGN, OUT)


placards_nightly()
