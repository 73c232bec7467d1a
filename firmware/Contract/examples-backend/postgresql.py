"""Takes UlmEdge packs from MQTT into PostgreSQL (postgresql.sql must have run).

    apt-get install python3-paho-mqtt python3-psycopg2
    python3 postgresql.py HOST PORT "dbname=ulmedge"

A message is acknowledged when this returns from take(), that is after the commit: what the database did not get, the broker sends
again. It needs a session that the broker keeps (a fixed client id, clean_session=False).
"""
import sys

import paho.mqtt.client as mqtt
import psycopg2

ROOT = "ulm/v1"


def take(client, database, message):
    with database, database.cursor() as cursor:  # commits, or rolls back and raises: then there is no acknowledgement
        cursor.execute("savepoint pack")
        try:
            cursor.execute("select ulmedge_take(%s, %s)", (message.topic, message.payload.decode(errors="replace")))
        except (psycopg2.DataError, psycopg2.errors.RaiseException) as fault:  # No pack, and none the next time either.
            cursor.execute("rollback to savepoint pack")
            print(message.topic, fault, file=sys.stderr)


def subscribe(client, database, flags, code):
    client.subscribe([(ROOT + "/+/data/json", 1), (ROOT + "/+/data-rel/json", 1)])


def main(host, port, connection):
    database = psycopg2.connect(connection)
    arguments = dict(client_id="ulmedge-postgresql", clean_session=False, userdata=database)
    versions = getattr(mqtt, "CallbackAPIVersion", None)  # paho-mqtt 2 wants to know which signatures these are.
    client = mqtt.Client(versions.VERSION1, **arguments) if versions else mqtt.Client(**arguments)
    client.on_connect = subscribe
    client.on_message = take
    client.connect(host, int(port))
    client.loop_forever(retry_first_connection=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
