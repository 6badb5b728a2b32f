{#- Installs something: with the project's own cache, and the secrets of the build as its variables. -#}
{%- macro run() -%}
RUN --mount=type=cache,id={{ cacheId }}-packages,target=/root/.cache
{%- for name in buildSecrets %} --mount=type=secret,id={{ name }},required=true{% endfor %} \
    {% for name in buildSecrets %}{{ name }}="$(cat /run/secrets/{{ name }})" && export {{ name }} && {% endfor -%}
{%- endmacro -%}
FROM {{ base }}
USER root
ENV DEBIAN_FRONTEND=noninteractive LANG=C.UTF-8 PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1
RUN {% if pythonVersion %}case "$(python3 --version 2>&1)" in "Python {{ pythonVersion }}" | "Python {{ pythonVersion }}."*) ;; *) \
    echo "The base image has $(python3 --version 2>&1) where python_version is {{ pythonVersion }}" >&2; exit 1 ;; esac \
 && {% endif %}apt-get update -q \
 && apt-get install -q -y --no-install-recommends ca-certificates {% if python == 'debian' %}python3 python3-pip python3-venv {% endif %}supervisor{% for package in aptPackages %} {{ package }}{% endfor %} \
 && rm -rf /var/lib/apt/lists/*
RUN groupadd --gid 10001 app && useradd --uid 10001 --gid app --create-home --home-dir /home/app --shell /bin/bash app \
 && python3 -m venv {% if python == 'debian' %}--system-site-packages {% endif %}{{ venv }}
ENV PATH={{ venv }}/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin VIRTUAL_ENV={{ venv }}
WORKDIR {{ location }}
{%- if pipPackages %}
{{ run() }}pip install --disable-pip-version-check {{ pipPackages }}
{%- endif %}
{%- for file in dependencies.files %}
COPY ["{{ file }}", "/tmp/dependencies/{{ file }}"]
{%- endfor %}
{%- if dependencies.tool == 'pip' %}
{{ run() }}pip install --disable-pip-version-check --requirement /tmp/dependencies/{{ dependencies.files[0] }}
{%- elif dependencies.tool == 'pyproject' %}
RUN ["python3", "-c", {{ pyprojectScript | dump }}, "/tmp/dependencies/pyproject.toml", "/tmp/dependencies/requirements.txt"]
{{ run() }}pip install --disable-pip-version-check --requirement /tmp/dependencies/requirements.txt
{%- elif dependencies.tool == 'uv' %}
{{ run() }}python3 -m venv /opt/uv && /opt/uv/bin/pip install --disable-pip-version-check 'uv>=0.13' \
 && UV_PROJECT_ENVIRONMENT={{ venv }} UV_PYTHON_DOWNLOADS=never UV_LINK_MODE=copy UV_SYSTEM_CERTS=1 /opt/uv/bin/uv sync \
      --project /tmp/dependencies --frozen --inexact --no-dev --no-install-project --no-install-workspace \
 && rm -rf /opt/uv
{%- elif dependencies.tool == 'poetry' %}
{{ run() }}cd /tmp/dependencies && poetry install --no-root --only main --no-interaction --no-ansi
{%- elif dependencies.tool == 'pipenv' %}
{{ run() }}cd /tmp/dependencies && PIP_CERT=/etc/ssl/certs/ca-certificates.crt PIPENV_VERBOSITY=-1 PIPENV_NOSPIN=1 pipenv sync
{%- endif %}
COPY . {{ location }}/
STOPSIGNAL SIGTERM
ENTRYPOINT ["sh", "/etc/jetee/entrypoint.sh"]
