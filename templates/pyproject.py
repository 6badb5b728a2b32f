# Writes the dependencies that a pyproject.toml declares (PEP 621) as a requirements file. In: both paths.
import sys

try:
    import tomllib
except ImportError:  # Python 3.10 and older
    from pip._vendor import tomli as tomllib

with open(sys.argv[1], "rb") as file:
    project = tomllib.load(file).get("project")
if project is None:
    sys.exit("pyproject.toml has no [project] table, which would list the dependencies")
if "dependencies" in project.get("dynamic", []):
    sys.exit("pyproject.toml says that its dependencies are dynamic: list them in [project], or in a requirements file")
with open(sys.argv[2], "w") as file:
    file.writelines(f"{line}\n" for line in project.get("dependencies", []))
