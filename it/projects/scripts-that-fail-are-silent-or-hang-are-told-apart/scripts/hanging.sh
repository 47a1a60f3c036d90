#!/bin/sh
sleep 600 &
wait
