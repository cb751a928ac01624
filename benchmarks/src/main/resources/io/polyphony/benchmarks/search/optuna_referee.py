"""Optuna as a referee: one search per "start" line; then a line of JSON values per ask and a number per tell."""
import json
import sys

import optuna

optuna.logging.set_verbosity(optuna.logging.ERROR)


def suggest(trial, parameter):
    name, kind = parameter["name"], parameter["type"]
    if kind == "categorical":
        return trial.suggest_categorical(name, parameter["choices"])
    if kind == "ordinal":
        levels = parameter["levels"]
        return levels[trial.suggest_int(name, 0, len(levels) - 1)]
    if kind == "integer":
        return trial.suggest_int(name, parameter["low"], parameter["high"], log=parameter["log"])
    return trial.suggest_float(
        name, parameter["low"], parameter["high"], log=parameter["log"], step=parameter.get("step"))


def assign(trial, space):
    values = {}
    for parameter in space["parameters"]:
        when = parameter.get("when")
        if when is None or str(values.get(when["parent"])) in when["values"]:
            values[parameter["name"]] = suggest(trial, parameter)
    return values


def main():
    print(json.dumps({"version": optuna.__version__}), flush=True)
    study = trial = space = None
    for line in sys.stdin:
        message = json.loads(line)
        if "start" in message:
            space = message["start"]
            many = message["kind"] == "multivariate"
            sampler = optuna.samplers.TPESampler(
                seed=message["seed"], multivariate=many, group=many, warn_independent_sampling=False)
            study = optuna.create_study(sampler=sampler)
        else:
            study.tell(trial, message["tell"])
        trial = study.ask()
        print(json.dumps(assign(trial, space)), flush=True)


main()
