# has_engine: whether there is a Docker that could have something of ours. One that a run was interrupted at while it
# installed it has nothing, unless it answers.
has_engine() {
  command -v docker >/dev/null || return 1
  ! [ -e docker.halfway ] || timeout 60 docker version >/dev/null 2>&1
}
