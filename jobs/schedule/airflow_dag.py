"""Airflow: screens the nightly campaign.

The same command again does only what is new or changed, so retries and overlaps do no harm. Runs on
a worker that has EPDI Screen unpacked and, to submit to a cluster, SPARK_HOME. For Airflow 2.9 and 3.
"""

from __future__ import annotations

import os
from datetime import datetime, timedelta, timezone

try:
    from airflow.providers.standard.operators.bash import BashOperator
    from airflow.sdk import DAG
except ImportError:  # Airflow 2
    from airflow import DAG
    from airflow.operators.bash import BashOperator

HOME = os.environ.get("EPDI_HOME", "/opt/epdi")
CAMPAIGN = os.environ.get("EPDI_CAMPAIGN", "/etc/epdi/nightly.yaml")

with DAG(
    dag_id="epdi_screen",
    description="Lithium diffusion barriers of new grids",
    schedule="15 2 * * *",
    start_date=datetime(2026, 1, 1, tzinfo=timezone.utc),
    catchup=False,
    max_active_runs=1,
    default_args={"retries": 2, "retry_delay": timedelta(minutes=10)},
    tags=["epdi"],
) as dag:
    screen = BashOperator(
        task_id="screen",
        # Arguments by environment: a path with a space or a quote stays one argument.
        # A retry waits for the lease of the attempt that died, then goes on where it was.
        bash_command='cd "$EPDI_HOME" && exec jobs/epdi screen --quiet --campaign "$EPDI_CAMPAIGN"'
        " --set run.when_busy=wait",
        env={"EPDI_HOME": HOME, "EPDI_CAMPAIGN": CAMPAIGN},
        append_env=True,
    )
