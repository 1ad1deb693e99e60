"""A real Neo4j, wherever this machine can get one: given by the environment, from Docker, or from Java and Maven."""
