#!/bin/sh
# Builds the C++ program for the reference workload. Usage: build.sh FILE; then FILE SCALE SEEDS prints one line of JSON.
exec g++ -O3 -march=native -std=c++17 "$(dirname "$0")/reference.cpp" -o "$1"
