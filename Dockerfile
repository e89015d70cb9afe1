# The application for any container host; Heroku builds the same parts with its buildpacks.
# docs/deployment.md compares the two.

FROM node:24-trixie-slim AS frontend
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --no-audit --no-fund
COPY frontend frontend
RUN npm run build

FROM python:3.13-slim-trixie AS backend
ENV PATH=/opt/venv/bin:$PATH
WORKDIR /app
COPY requirements.txt ./
RUN python3 -m venv --without-pip /opt/venv \
 && pip --python /opt/venv install --no-cache-dir --no-deps --only-binary :all: --require-hashes -r requirements.txt
COPY manage.py gunicorn.conf.py ./
COPY upendo upendo
COPY delivery delivery
COPY --from=frontend /build/frontend/dist frontend/dist
COPY dev/__init__.py dev/build_settings.py dev/
RUN python manage.py collectstatic --settings dev.build_settings --no-input --verbosity 0 \
 && rm -r dev \
 && python -m compileall -q upendo delivery

FROM python:3.13-slim-trixie
ENV PATH=/opt/venv/bin:$PATH PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 MEDIA_ROOT=/media
RUN useradd --uid 10001 --no-create-home --shell /usr/sbin/nologin upendo \
 && install -d -o upendo -g upendo /media
COPY --from=backend /opt/venv /opt/venv
COPY --from=backend /app /app
WORKDIR /app
USER 10001
VOLUME /media
EXPOSE 8000
# The commit that the image was built from, for /healthz.
ARG COMMIT=
ENV COMMIT=$COMMIT
HEALTHCHECK --interval=10s --timeout=5s --start-period=5m CMD ["python", "-m", "delivery.healthcheck"]
CMD ["python", "-m", "upendo.serve"]
