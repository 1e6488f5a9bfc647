# Every target sets up .venv first; «make» alone lists them.
BIN := .venv/bin
STAMP := .venv/.stamp

# A moved checkout or a removed Python leaves a fresh stamp on an environment that no longer runs.
SOUND := $(shell [ "$$(cat $(STAMP) 2>/dev/null)" = "$$(pwd)" ] && $(BIN)/python -c '' 2>/dev/null && echo yes)

# Pages that show what the commands really print.
PAGES := README.md docs/guide.md docs/commands.md docs/inputs-and-outputs.md docs/corpus.md docs/fields.md docs/quality.md docs/guidelines.md docs/models.md docs/extending.md

.PHONY: help set-up demo test lint types docs docs-check gold check bench scores clean $(if $(SOUND),,$(STAMP))

help:
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile

$(STAMP): pyproject.toml constraints.txt
	@scripts/set-up

set-up: $(STAMP) ## make or update .venv

demo: $(STAMP) ## the first quotations, speakers and entities of samples/
	@for table in quotes speakers entities; do \
	    printf '\n$$ persian-speech %s samples --limit 12\n' $$table; \
	    $(BIN)/persian-speech $$table samples --limit 12 --format table || exit; \
	done

test: $(STAMP) ## all tests
	@$(BIN)/python -m pytest

lint: $(STAMP) ## ruff: rules and format
	@$(BIN)/python -m ruff check
	@$(BIN)/python -m ruff format --check

types: $(STAMP) ## mypy, strict
	@$(BIN)/python -m mypy

docs: $(STAMP) ## run the commands that README.md and docs/ show and write down what they print
	@PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python -m cogapp -r $(PAGES)

docs-check: $(STAMP) ## fail where README.md or docs/ do not show what their commands print
	@PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python -m cogapp --check $(PAGES)

gold: $(STAMP) ## scores on the gold, against their bars
	@$(BIN)/python scripts/check-gold

.PHONY: bench-entities train
bench-entities: $(STAMP) ## names on the held-out documents of DATA, by type, and their speed
	@$(BIN)/python -m benchmarks.entities_ner $(DATA)

train: $(STAMP) ## learn the tagger's network from DATA (a folder with ner/ and news/) and write it anew
	@$(BIN)/python -m pip install --quiet --constraint constraints.txt --requirement training/requirements.txt
	@$(BIN)/python -m training $(DATA)

check: test lint types docs-check gold ## all that must hold before a change lands

bench: $(STAMP) ## start-up and throughput, beside hazm
	@$(BIN)/python benchmarks/speed.py

scores: $(STAMP) ## measure quotations on all gold and write the tables that README.md and docs/quality.md show
	@$(BIN)/python benchmarks/quotations.py

.PHONY: words
words: $(STAMP) ## compile anew what the rules say of the words of news (of DATA, where that is given)
	@$(BIN)/python -m training.words $(DATA)

clean: ## remove .venv and all caches
	rm -rf .venv build dist .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find persian_speech tests benchmarks -name __pycache__ -prune -exec rm -rf {} +
