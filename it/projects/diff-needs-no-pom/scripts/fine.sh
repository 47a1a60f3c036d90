#!/bin/sh
echo '{"metric_id": "fine", "value": 0.5, "ci": null, "samples_used": 10, "meta": {}}'
