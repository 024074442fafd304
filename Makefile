# make demo   set everything up and make the rally's whole set in out/rally
# make test   set everything up and run the tests
# make lint   ruff, mypy, import-linter
# make bench  compare with other programs
# make fuzz   hostile input for every format, SECONDS=600 in all
# make coverage  which lines and branches of placards/ the tests reach
# make mutants  whether the tests notice small changes to core code (tools/mutants.toml)
# make reference  write docs/reference/ anew from the code
# make wheel  build the package into dist/

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
WORKERS ?= auto
SECONDS ?= 600
# Further words for the fuzzer: targets, --seed 2, --atheris
FUZZ ?=

.PHONY: demo test lint bench fuzz coverage mutants reference wheel format pictures gallery clean

demo: $(VENV)/.installed
	$(BIN)/placards batch rally --out out/rally
	@echo "Open out/rally/index.html: PDFs to print, images to post, in every language."

test: $(VENV)/.test-tools
	@# The virtual environment may hold the Node.js that a test asks.
	PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python -m pytest -n $(WORKERS) --dist worksteal

lint: $(VENV)/.lint-tools
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/placards check
	$(BIN)/placards catalog check

format: $(VENV)/.lint-tools
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(VENV)/.bench-tools
	$(BIN)/python bench/run.py

fuzz: $(VENV)/.installed
	$(BIN)/python -m fuzz --seconds $(SECONDS) $(FUZZ)

wheel: $(VENV)/.test-tools
	$(BIN)/python -m hatchling build -t wheel

coverage: $(VENV)/.test-tools
	$(BIN)/coverage erase
	PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/coverage run -m pytest -p no:xdist
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report --fail-under 95

mutants: $(VENV)/.test-tools
	$(BIN)/python tools/mutants.py

reference: $(VENV)/.installed
	PYTHONPATH=. $(BIN)/python tools/reference.py

pictures: $(VENV)/.installed
	$(BIN)/python docs/pictures.py

gallery: $(VENV)/.installed
	$(BIN)/placards gallery --out docs/gallery

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "placards needs Python 3.11 or newer; set PYTHON=/path/to/python3.11"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { sh .ci/system-packages python3-venv && $(PYTHON) -m venv $(VENV); }

$(VENV)/.installed: $(VENV)/bin/python pyproject.toml constraints.txt
	$(PIP) install --constraint constraints.txt --editable .
	@touch $@

$(VENV)/.test-tools: $(VENV)/.installed tests/tools/package-lock.json
	sh .ci/system-packages pdftotext msgfmt rsvg-convert chromium javac jaxb-runtime.jar
	$(PIP) install --constraint constraints.txt --editable .[test]
	sh .ci/node-packages $(BIN) tests/tools
	@touch $@

$(VENV)/.lint-tools: $(VENV)/.installed
	$(PIP) install --constraint constraints.txt --editable .[lint]
	@touch $@

$(VENV)/.bench-tools: $(VENV)/.installed bench/requirements.txt
	@# WeasyPrint draws by Pango; without HarfBuzz's subsetter it takes ten times as long.
	sh .ci/system-packages fc-cache libpango-1.0.so.0 libpangoft2-1.0.so.0 libharfbuzz-subset.so.0
	$(PIP) install --constraint constraints.txt --requirement bench/requirements.txt
	@touch $@

clean:
	rm -rf $(VENV) build dist out tests/failures
