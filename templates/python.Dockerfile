FROM {{ base }}
ENV DEBIAN_FRONTEND=noninteractive LANG=C.UTF-8 PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1
RUN apt-get update -q \
 && apt-get install -q -y --no-install-recommends ca-certificates python3 python3-pip python3-venv supervisor{% for package in aptPackages %} {{ package }}{% endfor %} \
 && rm -rf /var/lib/apt/lists/*
RUN groupadd --gid 10001 app && useradd --uid 10001 --gid app --create-home --home-dir /home/app --shell /bin/bash app \
 && python3 -m venv --system-site-packages {{ venv }}
ENV PATH={{ venv }}/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin VIRTUAL_ENV={{ venv }}
WORKDIR {{ location }}
{%- if requirementFiles.length %}
{%- for file in requirementFiles %}
COPY ["{{ file }}", "/tmp/requirements/{{ file }}"]
{%- endfor %}
RUN --mount=type=cache,id={{ cacheId }}-pip,target=/root/.cache/pip \
    pip install --disable-pip-version-check --requirement /tmp/requirements/{{ requirementFiles[0] }}
{%- endif %}
COPY . {{ location }}/
ENTRYPOINT ["sh", "/etc/jetee/entrypoint.sh"]
