-- The services' user gets the databases whose names start with qijing_ (one per service) and nothing else.
GRANT ALL PRIVILEGES ON `qijing\_%`.* TO 'qijing'@'%';
