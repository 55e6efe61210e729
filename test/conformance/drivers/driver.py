"""Lets the conformance suite call the unmodified OpenTok Python SDK: one JSON line in, one JSON line out.

In:  {"call": NAME, "args": [...], "named": {...}, "on": REF}
     without "on" the method is one of the SDK's client, with it one of an object that an earlier answer showed as {"$ref": REF};
     {"$enum": [CLASS, MEMBER]} stands for a member of one of the SDK's enumerations
Out: {"value": ...} or {"error": "TYPE: MESSAGE"}; every answer carries "surface", the public methods seen so far.
The keys come in the environment, so that no list of processes shows them.
"""
import enum
import importlib
import inspect
import json
import os
import re
import sys
from datetime import datetime

import opentok
import requests

client = opentok.Client(
    os.environ["API_KEY"], os.environ["API_SECRET"], api_url=os.environ["API_URL"]
)
# This module knows all enumerations; the package itself exports only some.
enumerations = importlib.import_module("opentok.opentok")
returned = []
surface = set()


def notice(kind, prefix):
    for name, _ in inspect.getmembers(kind, inspect.isfunction):
        if not name.startswith("_"):
            surface.add(prefix + name)


def camel(name):
    return re.sub("_([a-z])", lambda found: found.group(1).upper(), name)


def shown(value):
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, datetime):
        return int(value.timestamp() * 1000)
    if isinstance(value, requests.Response):
        return {"statusCode": value.status_code, "text": value.text}
    if isinstance(value, dict):
        return {key: shown(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [shown(item) for item in value]
    if hasattr(value, "__dict__"):
        kind = type(value)
        notice(kind, kind.__name__ + ".")
        returned.append(value)
        fields = {
            camel(key): shown(item)
            for key, item in vars(value).items()
            if key != "sdk" and not key.startswith("_")
        }
        return {**fields, "$ref": len(returned) - 1}
    return value


def meant(value):
    if isinstance(value, dict) and "$enum" in value:
        kind, member = value["$enum"]
        return getattr(enumerations, kind)[member]
    if isinstance(value, dict):
        return {key: meant(item) for key, item in value.items()}
    if isinstance(value, list):
        return [meant(item) for item in value]
    return value


def answer(order):
    target = returned[order["on"]] if "on" in order else client
    args = [meant(item) for item in order.get("args", [])]
    named = {key: meant(item) for key, item in order.get("named", {}).items()}
    try:
        method = getattr(target, order["call"])
        return {"value": shown(method(*args, **named))}
    except Exception as error:  # the SDK's own kinds, and whatever else its users would see
        return {"error": "%s: %s" % (type(error).__name__, error)}


notice(opentok.Client, "")
for line in sys.stdin:
    result = answer(json.loads(line))
    print(json.dumps({**result, "surface": sorted(surface)}), flush=True)
