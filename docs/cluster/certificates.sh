#!/bin/sh
# ca.pem, cert.pem and key.pem for a Dask cluster, in a new folder: sh certificates.sh FOLDER DAYS
# Whoever has these three files may run any program on all machines of the cluster. Keep ca-key.pem elsewhere, or
# delete it: nothing but more certificates needs it.
set -eu
umask 077
mkdir "$1"
cd "$1"
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days "$2" \
    -subj "/CN=placards cluster authority" -keyout ca-key.pem -out ca.pem
openssl req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes \
    -subj "/CN=placards cluster" -keyout key.pem -out request.pem
openssl x509 -req -in request.pem -CA ca.pem -CAkey ca-key.pem -CAcreateserial -days "$2" -out cert.pem
rm -f request.pem ca.srl
