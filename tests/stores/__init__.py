"""Real graph stores for the tests: see `stores.fixtures` for how a test asks for one."""
