-- The owner gets the databases whose names start with qijing_ (one per service) and nothing else, and may pass rights on.
GRANT ALL PRIVILEGES ON `qijing\_%`.* TO 'qijing'@'%' WITH GRANT OPTION;
