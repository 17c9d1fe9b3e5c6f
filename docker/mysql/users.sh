# Sourced by the entrypoint of the image when the server is made. A user per service, who owns nothing: `qijing migrate`, as
# the owner `qijing`, gives each its rights, table by table (INSERT and SELECT alone on the audit trail).
for service in intake routing cases notifications identity; do
  password="QIJING_DB_PASSWORD_${service^^}"
  docker_process_sql <<< "CREATE USER 'qijing_${service}'@'%' IDENTIFIED BY '${!password}';"
done
